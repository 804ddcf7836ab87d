import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Board, DossierLinePage } from '@motcua/contracts';
import { createUnit } from '@motcua/contracts/testing';
import { waitFor } from '@motcua/testing';
import { runKpi, type RunningKpi } from '../testing/run-kpi.ts';
import { createEvent, createSnapshot } from '../testing/snapshot.builder.ts';

const year = 'from=2025-01-01&to=2025-12-31';
const REFORM = '2025-07-01';
const DAY_BEFORE = '2025-06-30';

const inUnit = (...responsiblePath: string[]) => {
  const unit = responsiblePath.at(-1) ?? '';
  return { responsibleUnit: unit, handlingUnit: unit, responsiblePath };
};
const receive = (receivedAt: string, place: ReturnType<typeof inUnit>) =>
  createEvent('received', createSnapshot({ ...place, receivedAt, currentDue: '2026-01-10T02:00:00.000Z' }));

/** `b1` lay under district `b`, and lies under the province since the reform; `c1` stayed where it was. */
let kpi: RunningKpi;
const tokens = new Map<string, string>();
beforeAll(async () => {
  kpi = await runKpi({ logs: ['dossiers'] });
  for (const unit of ['root', 'b', 'b1', 'c']) tokens.set(unit, await kpi.issuer.token({ role: 'leader', unit }));
  await kpi.publishUnits([
    createUnit('root', 'province', null),
    createUnit('b', 'district-office', 'root'),
    createUnit('c', 'district-office', 'root'),
    createUnit('b1', 'commune', 'b', { validTo: DAY_BEFORE }),
    createUnit('b1', 'commune', 'root', { validFrom: REFORM }),
    createUnit('c1', 'commune', 'c'),
  ]);
  await kpi.record.dossiers([
    receive('2025-05-05T02:00:00.000Z', inUnit('root', 'b', 'b1')),
    receive('2025-08-05T02:00:00.000Z', inUnit('root', 'b1')),
    receive('2025-09-05T02:00:00.000Z', inUnit('root', 'b1')),
    receive('2025-05-06T02:00:00.000Z', inUnit('root', 'c', 'c1')),
    receive('2025-08-06T02:00:00.000Z', inUnit('root', 'c', 'c1')),
  ]);
  const seen = async () => [
    await received('root', 'root', 'as-was'),
    await received('root', 'b', DAY_BEFORE),
    await received('root', 'c', DAY_BEFORE),
  ];
  await waitFor(async () => (await seen()).join(' ') === '5 3 2', {
    describe: 'the dossiers and the units',
  });
}, 90_000);
afterAll(() => kpi.close(), 60_000);

interface Answer<Body> {
  readonly status: number;
  readonly body: Body & { readonly code?: string };
}
async function ask<Body>(leaderOf: string, path: string): Promise<Answer<Body>> {
  const headers = { authorization: `Bearer ${tokens.get(leaderOf) ?? ''}` };
  const response = await fetch(`${kpi.service.url}${path}`, { headers });
  return { status: response.status, body: (await response.json()) as Answer<Body>['body'] };
}
async function received(leaderOf: string, unit: string, organisation: string): Promise<number | string | null | undefined> {
  const { body } = await ask<Board>(leaderOf, `/v1/board?unit=${unit}&${year}&organisation=${organisation}`);
  return body.code ?? body.rows[0]?.indicators['received']?.value;
}
const list = (leaderOf: string, unit: string, organisation: string, more = '') =>
  ask<DossierLinePage>(leaderOf, `/v1/indicators/received/dossiers${more}?unit=${unit}&${year}&organisation=${organisation}`);

describe('a day before a unit moved, asked for today', () => {
  it('opens to whoever stood above it then neither figures, lists nor files of what it has received since', async () => {
    for (const unit of ['b', 'b1']) {
      expect([unit, await received('b', unit, DAY_BEFORE)]).toEqual([unit, 'auth.forbidden']);
      expect(await list('b', unit, DAY_BEFORE)).toMatchObject({ status: 403, body: { code: 'auth.forbidden' } });
      expect(await list('b', unit, DAY_BEFORE, '/export')).toMatchObject({ status: 403, body: { code: 'auth.forbidden' } });
    }
  });

  it('leaves them what was theirs, as it was', async () => {
    expect([await received('b', 'b', 'as-was'), await received('b', 'b', 'as-is')]).toEqual([1, 0]);
    expect((await list('b', 'b', 'as-was')).body.total).toBe(1);
  });

  it('is read by who may read all of it: above it today, the unit itself, and where nothing moved', async () => {
    expect([await received('root', 'b', DAY_BEFORE), await received('root', 'b', REFORM)]).toEqual([3, 0]);
    expect((await list('root', 'b', DAY_BEFORE)).body.total).toBe(3);
    expect(await received('b1', 'b1', DAY_BEFORE)).toBe(3);
    expect((await list('b1', 'b1', DAY_BEFORE)).body.total).toBe(3);
    expect(await received('c', 'c', DAY_BEFORE)).toBe(2);
  });
});
