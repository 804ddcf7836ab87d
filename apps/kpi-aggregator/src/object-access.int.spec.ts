import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { roles, type Actor, type Role } from '@motcua/auth';
import type { DossierLinePage, DossierSnapshot, PeriodClose } from '@motcua/contracts';
import { createUnit } from '@motcua/contracts/testing';
import { waitFor } from '@motcua/testing';
import { runKpi, type RunningKpi } from './testing/run-kpi.ts';
import { createEvent, createSnapshot, type BuiltEvent } from './testing/snapshot.builder.ts';

/** A district with two communes, and the province above; another commune lies in another district. */
const units = [
  createUnit('tinh', 'province', null),
  createUnit('huyen', 'district-office', 'tinh'),
  createUnit('xa-1', 'commune', 'huyen'),
  createUnit('xa-2', 'commune', 'huyen'),
  createUnit('huyen-2', 'district-office', 'tinh'),
  createUnit('xa-9', 'commune', 'huyen-2'),
  createUnit('tap-huan', 'commune', null, { training: true }),
];
const placeOf = (unit: 'xa-1' | 'xa-2' | 'xa-9') => ({
  responsibleUnit: unit,
  responsiblePath: ['tinh', unit === 'xa-9' ? 'huyen-2' : 'huyen', unit],
  handlingUnit: unit,
});
const at = (day: number): string => new Date(Date.UTC(2022, 9, day, 2)).toISOString();
const receive = (overrides: Partial<DossierSnapshot>): BuiltEvent =>
  createEvent('received', createSnapshot({ currentDue: at(20), receivedAt: at(3), ...overrides }));
const handOver = ({ snapshot }: BuiltEvent, to: ReturnType<typeof placeOf>): BuiltEvent => {
  const when = { occurredAt: at(15), recordedAt: at(15), dossierVersion: snapshot.dossierVersion + 1 };
  return createEvent('reassigned', { ...snapshot, ...to, ...when });
};

const own = receive(placeOf('xa-1'));
const neighbours = receive(placeOf('xa-2'));
const came = receive(placeOf('xa-2'));
const went = receive(placeOf('xa-1'));
const idOf = ({ snapshot }: BuiltEvent): string => snapshot.dossierId;
const all = [own, neighbours, came, went].map(idOf);

let kpi: RunningKpi;
beforeAll(async () => {
  kpi = await runKpi({ logs: ['dossiers', 'causes', 'documents'] });
  await kpi.publishUnits(units);
  await kpi.record.dossiers([
    own,
    neighbours,
    ...[came, handOver(came, placeOf('xa-1'))],
    ...[went, handOver(went, placeOf('xa-9'))],
  ]);
  await waitFor(
    async () => {
      const listed = await Promise.all(['xa-1', 'xa-9'].map((unit) => readAs(operator, `${opened}?unit=${unit}&${october}`)));
      return listed.map(({ text }) => all.filter((id) => text.includes(id)).length).join() === '2,1';
    },
    { describe: 'the dossiers where they lie now', timeoutMs: 60_000 },
  );
}, 120_000);
afterAll(() => kpi.close(), 60_000);

const october = 'from=2022-10-01&to=2022-10-31';
const opened = '/v1/indicators/open/dossiers';
const operator: Actor = { sub: 'quan-tri', role: 'admin' };

async function ask(as: Actor, method: string, path: string, body?: object) {
  const { authorization } = await kpi.issuer.bearer(as);
  const headers = { authorization, ...(body === undefined ? {} : { 'content-type': 'application/json' }) };
  const response = await fetch(`${kpi.service.url}${path}`, {
    method,
    headers,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, text };
}
const readAs = (as: Actor, path: string) => ask(as, 'GET', path);

const people: readonly Actor[] = [
  ...roles.flatMap((role) =>
    ['xa-1', 'xa-2', 'xa-9', 'huyen', 'huyen-2', 'tinh', 'tap-huan'].map((unit) => ({
      sub: `${role}-of-${unit}`,
      role,
      unit,
      ...(role === 'source' ? { source: 'urn:legacy:x' } : {}),
    })),
  ),
  { sub: 'admin-of-all', role: 'admin' },
];
const readers: readonly Role[] = ['counter', 'specialist', 'head', 'leader', 'delegation', 'admin'];
const mayIn = (reached: readonly string[], by: readonly Role[], { role, unit }: Actor): boolean =>
  by.includes(role) && (unit === undefined ? role === 'admin' : reached.includes(unit));

/** What is read of the commune, and which dossiers stand in it. */
const reads: readonly [path: string, shows: readonly BuiltEvent[]][] = [
  [`/v1/reports/ii06/ii06a?unit=xa-1&${october}`, []],
  [`/v1/reports/ii06/ii06b?unit=xa-1&${october}`, []],
  [`/v1/reports/ii06/ii06c/export?unit=xa-1&${october}&format=csv`, []],
  [`/v1/reports/handed-over?unit=xa-1&${october}&form=ii06a&direction=in`, [came]],
  [`/v1/reports/handed-over?unit=xa-1&${october}&form=ii06a&direction=out`, [went]],
  [`/v1/reports/handed-over?unit=xa-1&${october}&form=ii06b&direction=in&key=xa-1`, [came]],
  [`/v1/reports/handed-over?unit=xa-1&${october}&form=ii06b&direction=out&key=xa-2`, []],
  [`/v1/reports/handed-over?unit=xa-1&${october}&form=ii06b&direction=in&key=xa-9`, []],
  [`${opened}?unit=xa-1&${october}`, [own, came]],
  [`/v1/indicators/open/dossiers/export?unit=xa-1&${october}&format=csv`, []],
  [`/v1/reports/scores/set-766?unit=xa-1&${october}`, []],
  [`/v1/reports/scores/tt-01-2018/export?unit=xa-1&${october}&format=csv`, []],
  [`/v1/indicators/modern-one-stop/evidence?unit=xa-1&${october}`, []],
];

describe('what is counted of a commune', () => {
  it.each(reads)('%s is for who reads it there or above, with no dossier of anybody else', async (path, shows) => {
    const faults: string[] = [];
    for (const one of people) {
      const { status, text } = await readAs(one, path);
      const shown = all.filter((id) => text.includes(id));
      const isReader = mayIn(['xa-1', 'huyen', 'tinh'], readers, one);
      const wanted = isReader ? shows.map(idOf) : [];
      if (status !== (isReader ? 200 : 403) || shown.toSorted().join() !== wanted.toSorted().join())
        faults.push(`${one.sub}: ${String(status)}, ${String(shown.length)} dossiers`);
    }
    expect(faults).toEqual([]);
  });

  it('is gone on with by a cursor in the commune’s own list alone', async () => {
    const page = async (unit: string, cursor?: string): Promise<DossierLinePage> => {
      const more = cursor === undefined ? '' : `&cursor=${encodeURIComponent(cursor)}`;
      const { text } = await readAs(operator, `${opened}?unit=${unit}&${october}&limit=1${more}`);
      return JSON.parse(text) as DossierLinePage;
    };
    const { next } = await page('huyen');
    expect(next).not.toBeNull();
    for (const unit of ['xa-1', 'xa-2']) {
      const { dossiers } = await page(unit, next ?? '');
      const allowed = unit === 'xa-1' ? [own, came] : [neighbours];
      expect(allowed.map(idOf)).toEqual(expect.arrayContaining(dossiers.map(({ dossierId }) => dossierId)));
    }
  });
});

describe('a month of a commune', () => {
  let month = 0;
  /** Each case has a month of its own. */
  const nextMonth = (): string => {
    month += 1;
    return `${String(2019 + Math.floor(month / 12))}-${String((month % 12) + 1).padStart(2, '0')}`;
  };
  const proposer: Actor = { sub: 'tp-1', role: 'head', unit: 'xa-1' };
  const propose = (as: Actor, of = nextMonth()) => ask(as, 'POST', '/v1/period-closes', { unit: 'xa-1', month: of });
  const proposed = async (): Promise<string> => {
    const { status, text } = await propose(proposer);
    expect(status).toBe(201);
    return (JSON.parse(text) as PeriodClose).id;
  };
  const countRows = async (): Promise<string> => {
    const { rows } = await kpi.admin.query<{ rows: string }>(
      `SELECT concat_ws(' ', (SELECT count(*) FROM kpi.period_close), (SELECT count(*) FROM kpi.period_decision),
         (SELECT count(*) FROM kpi.period_link)) AS rows`,
    );
    return rows[0]?.rows ?? '';
  };

  it.each([
    ['proposal', ['head'], propose, (of: string) => (as: Actor) => propose(as, of)],
    ...(['confirmation', 'withdrawal'] as const).map(
      (deed) =>
        [
          deed,
          ['head', 'leader'],
          async (as: Actor) => ask(as, 'POST', `/v1/period-closes/${await proposed()}/${deed}`),
          (_of: string, id: string) => (as: Actor) => ask(as, 'POST', `/v1/period-closes/${id}/${deed}`),
        ] as const,
    ),
  ] as const)(
    'takes a %s of who may, and of nobody else',
    async (_deed, by, afresh, to) => {
      const attempt = to(nextMonth(), await proposed());
      const before = await countRows();
      const reached = ['xa-1', 'huyen', 'tinh'];
      const faults: string[] = [];
      for (const one of people.filter((someone) => !mayIn(reached, by, someone))) {
        const { status, text } = await attempt(one);
        if (status !== 403 || all.some((id) => text.includes(id))) faults.push(`${one.sub} is answered ${String(status)}`);
      }
      expect([faults, await countRows()]).toEqual([[], before]);
      for (const one of people.filter((someone) => mayIn(reached, by, someone))) {
        const { status, text } = await afresh(one);
        if (status >= 300) faults.push(`${one.sub} is answered ${text}`);
      }
      expect(faults).toEqual([]);
    },
    120_000,
  );

  it('is confirmed by nobody in another post than that in which they proposed it', async () => {
    const id = await proposed();
    for (const as of [proposer, { sub: 'tp-1', role: 'leader', unit: 'huyen' } as const]) {
      const { status, text } = await ask(as, 'POST', `/v1/period-closes/${id}/confirmation`);
      expect([status, (JSON.parse(text) as { code: string }).code]).toEqual([409, 'period-close.same-person']);
    }
  });

  it('is read with the dossiers behind it there and above alone', async () => {
    const { text } = await propose(proposer, '2022-10');
    const { id } = JSON.parse(text) as PeriodClose;
    const paths = ['', '/dossiers?indicator=received', '/comparison'].map((rest) => `/v1/period-closes/${id}${rest}`);
    for (const path of [...paths, '/v1/period-closes?unit=xa-1']) {
      const faults: string[] = [];
      for (const one of people) {
        const answer = await readAs(one, path);
        const isReader = mayIn(['xa-1', 'huyen', 'tinh'], readers, one);
        const isShown = all.some((dossier) => answer.text.includes(dossier)) || answer.text.includes('proposedBy');
        if (answer.status !== (isReader ? 200 : 403) || (!isReader && isShown))
          faults.push(`${one.sub}: ${String(answer.status)}`);
      }
      expect([path, faults]).toEqual([path, []]);
    }
    // Both were received in the commune that month, whoever answers for one of them now.
    const dossiers = (await readAs(operator, paths[1] ?? '')).text;
    expect(all.filter((one) => dossiers.includes(one)).toSorted()).toEqual([own, went].map(idOf).toSorted());
  });
});
