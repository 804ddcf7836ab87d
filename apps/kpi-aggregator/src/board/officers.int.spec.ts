import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Board, DossierLinePage, DossierSnapshot, VerifyReport } from '@motcua/contracts';
import { waitFor } from '@motcua/testing';
import { createDigitization } from '../testing/digitization.builder.ts';
import { appendToDocumentLog, appendToEventLog } from '../testing/event-log.ts';
import { runKpi, type RunningKpi } from '../testing/run-kpi.ts';
import { createEvent, createSnapshot } from '../testing/snapshot.builder.ts';

let kpi: RunningKpi;
beforeAll(async () => {
  kpi = await runKpi({ logs: ['dossiers', 'documents'] });
}, 60_000);
afterAll(() => kpi.close(), 60_000);

const place = { responsibleUnit: 'commune', responsiblePath: ['province', 'commune'] };
const march = 'unit=commune&from=2022-03-01&to=2022-03-31&by=officer';

const ask = (path: string, method = 'GET'): Promise<Response> =>
  fetch(`${kpi.service.url}${path}`, { method, headers: { authorization: `Bearer ${kpi.token}` } });
// The body is what the contract says; each test looks at what it needs.
const call = async <Body>(path: string, method?: string): Promise<Body> => (await (await ask(path, method)).json()) as Body;

/** A dossier that ended in March 2022, with or without its one sheet. */
async function publish(dossier: DossierSnapshot, components: readonly ('scanned' | 'missing')[]): Promise<void> {
  const events = [createEvent('processed', dossier)];
  const documents = [createDigitization({ components }, { dossierId: dossier.dossierId, ...place })];
  await appendToEventLog(kpi.admin, events);
  await kpi.publish(events);
  await appendToDocumentLog(kpi.admin, documents);
  await kpi.publishDigitizations(documents);
}
const createFinished = (officer: string | null): DossierSnapshot =>
  createSnapshot({
    ...place,
    officer,
    receivedAt: '2022-03-10T02:00:00.000Z',
    endedAt: '2022-03-14T03:00:00.000Z',
    endedBy: 'processed',
    status: 9,
  });

async function showRows(wanted: readonly (readonly [key: string, numerator: number, denominator: number])[]): Promise<void> {
  const rows = async (): Promise<unknown> =>
    (await call<Board>(`/v1/board?${march}`)).rows.map(({ key, indicators: { 'digitized.dossiers': digitized } }) => [
      key,
      digitized?.numerator,
      digitized?.denominator,
    ]);
  await waitFor(async () => JSON.stringify(await rows()) === JSON.stringify(wanted), { describe: JSON.stringify(wanted) });
}
const openRest = (key: string): Promise<DossierLinePage> =>
  call(`/v1/indicators/digitized.dossiers/dossiers?${march}&part=rest&key=${key}`);

describe('a board by officer', () => {
  it('counts for who is in charge now, and each row opens to its dossiers', async () => {
    const moved = createFinished('nv-1');
    await publish(moved, ['missing']);
    await publish(createFinished('nv-2'), ['scanned']);
    await publish(createFinished(null), ['scanned']);
    await showRows([
      ['', 1, 1],
      ['nv-1', 0, 1],
      ['nv-2', 1, 1],
    ]);

    const transferred = createEvent('transferred', { ...moved, officer: 'nv-2', dossierVersion: 2 });
    await appendToEventLog(kpi.admin, [transferred]);
    await kpi.publish([transferred]);

    await showRows([
      ['', 1, 1],
      ['nv-2', 1, 2],
    ]);
    expect(await openRest('nv-2')).toMatchObject({ total: 1, dossiers: [{ dossierId: moved.dossierId, officer: 'nv-2' }] });
    expect(await openRest('')).toMatchObject({ total: 0, dossiers: [] });
  });

  it('takes an officer whom another system left empty for none, and is verified by another path', async () => {
    await publish(createFinished(''), ['scanned']);
    await showRows([
      ['', 2, 2],
      ['nv-2', 1, 2],
    ]);
    expect(await call<VerifyReport>('/v1/verify', 'POST')).toMatchObject({ outcome: 'equal', differences: [] });
  });

  it('is not live: its rows read every fact of the unit', async () => {
    expect((await ask('/v1/live?unit=commune&by=officer')).status).toBe(400);
  });
});
