import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type {
  Board,
  DigitizationSnapshot,
  DossierLinePage,
  DossierSnapshot,
  RebuildStatus,
  VerifyReport,
} from '@motcua/contracts';
import type { ReferenceDocuments } from '@motcua/indicators/testing';
import { waitFor } from '@motcua/testing';
import { createDigitization, type BuiltDigitization } from '../../testing/digitization.builder.ts';
import { appendToDocumentLog } from '../../testing/event-log.ts';
import { runKpi, type RunningKpi } from '../../testing/run-kpi.ts';
import { createEvent, createSnapshot, type BuiltEvent } from '../../testing/snapshot.builder.ts';
import { createOverdueCause, type BuiltOverdueCause } from '../../testing/overdue-cause.builder.ts';

let kpi: RunningKpi;
beforeAll(async () => {
  kpi = await runKpi({ logs: ['dossiers', 'causes', 'documents'], instances: 2 });
}, 60_000);
afterAll(() => kpi.close(), 60_000);

const call = <Body>(path: string, method?: string): Promise<Body> => kpi.call<Body>(path, method);

const march = 'from=2022-03-01&to=2022-03-31';
const rates = ['dossiers', 'components', 'results', 'reused'] as const;
type Shares = Record<(typeof rates)[number], readonly [numerator: number, denominator: number]>;
const nothing: Shares = { dossiers: [0, 0], components: [0, 0], results: [0, 0], reused: [0, 0] };

/** A dossier of March 2022, finished on the 14th unless it says otherwise. */
const createFinished = (unit: string, overrides: Partial<DossierSnapshot> = {}): DossierSnapshot =>
  createSnapshot({
    ...inUnit(unit),
    receivedAt: '2022-03-10T02:00:00.000Z',
    endedAt: '2022-03-14T03:00:00.000Z',
    endedBy: 'processed',
    status: 9,
    ...overrides,
  });
const inUnit = (unit: string) => ({ responsibleUnit: unit, responsiblePath: ['province', unit], handlingUnit: unit });

async function sharesOf(unit: string, more = ''): Promise<Shares> {
  const { rows } = await call<Partial<Board>>(`/v1/board?unit=${unit}&${march}${more}`);
  const shares = rates.map((rate) => {
    const figure = rows?.[0]?.indicators[`digitized.${rate}`];
    return [rate, [figure?.numerator ?? NaN, figure?.denominator ?? NaN]];
  });
  return Object.fromEntries(shares) as Shares;
}
const showShares = (unit: string, wanted: Shares): Promise<unknown> =>
  waitFor(async () => JSON.stringify(await sharesOf(unit)) === JSON.stringify(wanted), {
    describe: `${JSON.stringify(wanted)} on the board of ${unit}`,
  });

const publish = (events: readonly BuiltEvent[]): Promise<void> => kpi.record.dossiers(events);
const classify = (causes: readonly BuiltOverdueCause[]): Promise<void> => kpi.record.causes(causes);
const digitize = (events: readonly BuiltDigitization[]): Promise<void> => kpi.record.documents(events);

const documentsOf = (
  { dossierId, responsibleUnit, responsiblePath }: DossierSnapshot,
  digitizationVersion: number,
  documents: Partial<ReferenceDocuments>,
  overrides: Partial<DigitizationSnapshot> = {},
): BuiltDigitization =>
  createDigitization(documents, { dossierId, responsibleUnit, responsiblePath, digitizationVersion, ...overrides });
const checklist = (dossier: DossierSnapshot): BuiltDigitization =>
  documentsOf(dossier, 1, { components: ['missing', 'missing'], results: ['missing'] });

const waitingRows = async (dossierId: string): Promise<unknown[]> =>
  (
    await kpi.admin.query<Record<string, unknown>>(
      'SELECT judgement, digitization_version AS documents FROM kpi.fact_0 WHERE version = 0 AND dossier_id = $1',
      [dossierId],
    )
  ).rows;

describe('documents of finished dossiers', () => {
  it('wait for their dossier, beside its overdue cause, then count and open to the dossiers they are about', async () => {
    const dossier = createFinished('waiting');
    await digitize([documentsOf(dossier, 1, { components: ['scanned', 'reused'] })]);
    await classify([
      createOverdueCause({
        dossierId: dossier.dossierId,
        ...inUnit('waiting'),
        overdueSince: '2022-03-12T02:00:00.000Z',
        cause: 'real',
      }),
    ]);
    await waitFor(async () => JSON.stringify(await waitingRows(dossier.dossierId)) === '[{"judgement":1,"documents":1}]', {
      describe: 'verdict and documents to wait in one row',
    });
    expect(await sharesOf('waiting')).toEqual(nothing);
    await publish([createEvent('received', dossier)]);
    await showShares('waiting', { dossiers: [1, 1], components: [1, 1], results: [1, 1], reused: [1, 1] });
    const { rows } = await call<Board>(`/v1/board?unit=waiting&${march}`);
    expect(rows[0]?.indicators).toMatchObject({ 'overdue.real': { value: 1 }, 'digitized.dossiers': { version: 1, value: 1 } });
    const list = await call<DossierLinePage>(`/v1/indicators/digitized.reused/dossiers?unit=waiting&${march}&part=denominator`);
    expect(list).toMatchObject({ part: 'denominator', total: 1, dossiers: [{ dossierId: dossier.dossierId }] });
  });

  it('are told by the newest event, whatever comes twice or late, and a dossier without a checklist is in no denominator', async () => {
    const [dossier, bare, open] = [
      createFinished('newest'),
      createFinished('newest'),
      createFinished('newest', { endedAt: null, status: 4 }),
    ];
    await publish([dossier, bare, open].map((it) => createEvent('received', it)));
    const scanned = documentsOf(dossier, 2, { components: ['scanned', 'missing'] });
    await digitize([checklist(dossier), scanned, checklist(dossier), documentsOf(open, 1, {})]);
    await showShares('newest', { dossiers: [0, 1], components: [0, 1], results: [1, 1], reused: [0, 1] });
    await digitize([documentsOf(dossier, 3, { components: ['scanned', 'exempt'] }, {})]);
    await showShares('newest', { dossiers: [1, 1], components: [1, 1], results: [1, 1], reused: [0, 1] });
    await kpi.publishDigitizations([scanned]);
    await digitize([documentsOf(bare, 1, { components: ['exempt'], results: [] })]);
    await showShares('newest', { dossiers: [1, 2], components: [1, 1], results: [1, 1], reused: [0, 1] });
  });

  it('move the period in which the dossier ended, also as of a past moment, when a missing scan is brought years later', async () => {
    const dossier = createFinished('years-later');
    await publish([createEvent('received', dossier)]);
    await digitize([checklist(dossier)]);
    await showShares('years-later', { dossiers: [0, 1], components: [0, 1], results: [0, 1], reused: [0, 1] });
    await digitize([documentsOf(dossier, 2, { components: ['scanned', 'scanned'] })]);
    const moved: Shares = { dossiers: [1, 1], components: [1, 1], results: [1, 1], reused: [0, 1] };
    await showShares('years-later', moved);
    const inApril = '&asOf=2022-04-01T00:00:00.000Z';
    const onTheDay = '&asOf=2022-03-14T05:00:00.000Z';
    expect([await sharesOf('years-later', inApril), await sharesOf('years-later', onTheDay)]).toEqual([moved, moved]);
    await digitize([documentsOf(dossier, 3, { components: ['missing', 'scanned'] }, {})]);
    await showShares('years-later', { dossiers: [0, 1], components: [0, 1], results: [1, 1], reused: [0, 1] });
  });

  it('count for the unit that ended the dossier, also when the move is told after them and then taken back', async () => {
    const dossier = createFinished('moved-from', { endedAt: null, status: 4 });
    await publish([createEvent('received', dossier)]);
    await digitize([documentsOf(dossier, 1, {})]);
    const moved = { ...dossier, ...inUnit('moved-to'), dossierVersion: 2, occurredAt: '2022-03-12T02:00:00.000Z' };
    const ended = {
      ...moved,
      dossierVersion: 3,
      status: 9 as const,
      endedAt: '2022-03-14T03:00:00.000Z',
      endedBy: 'processed' as const,
    };
    await publish([createEvent('reassigned', moved)]);
    await publish([createEvent('processed', ended)]);
    const one: Shares = { dossiers: [1, 1], components: [1, 1], results: [1, 1], reused: [0, 1] };
    await showShares('moved-to', one);
    expect(await sharesOf('moved-from')).toEqual(nothing);
    await publish([createEvent('corrected', { ...ended, dossierVersion: 4, endedAt: '2022-03-11T03:00:00.000Z' })]);
    await showShares('moved-from', one);
    expect(await sharesOf('moved-to')).toEqual(nothing);
  });

  it('are parked when they cannot be read, and the board says so until the next event is there', async () => {
    const dossier = createFinished('broken');
    await publish([createEvent('received', dossier)]);
    const broken = documentsOf(dossier, 1, {});
    await kpi.publishDigitizations([{ ...broken, value: broken.value.replace('"missing":0', '"missing":"none"') }]);
    const parked = async (): Promise<number> => (await call<Board>(`/v1/board?unit=province&${march}`)).parked;
    await waitFor(async () => (await parked()) === 1, { describe: 'a parked digitization event' });
    const { deadLetters } = await call<{ deadLetters: { reason: string; topic: string }[] }>('/v1/dlq?status=parked');
    expect(deadLetters).toMatchObject([
      { topic: kpi.names.digitizationEvents, reason: 'data.components.missing is not a number from 0' },
    ]);
    await digitize([documentsOf(dossier, 2, {})]);
    await showShares('broken', { dossiers: [1, 1], components: [1, 1], results: [1, 1], reused: [0, 1] });
    await waitFor(async () => (await parked()) === 0, { describe: 'nothing parked' });
  });

  it('are counted exactly while events and overdue causes of the same dossiers come at the same time, and verified by another path', async () => {
    const dossiers = Array.from({ length: 120 }, () => createFinished('crowded'));
    const rounds = Array.from({ length: 5 }, (_, round) => round);
    await Promise.all([
      ...rounds.map((round) =>
        publish(
          dossiers.map((it) =>
            createEvent('corrected', { ...it, dossierVersion: round + 1, channel: round % 2 === 0 ? 'online' : 'in-person' }),
          ),
        ),
      ),
      ...rounds.map((round) =>
        classify(
          dossiers.map(({ dossierId }) =>
            createOverdueCause({
              dossierId,
              ...inUnit('crowded'),
              judgement: round + 1,
              overdueSince: '2022-03-12T02:00:00.000Z',
            }),
          ),
        ),
      ),
      ...rounds.map((round) =>
        digitize(
          dossiers.map((it, index) =>
            documentsOf(it, round + 1, {
              components: [(index + round) % 2 === 0 ? 'scanned' : 'missing', (index + round) % 3 === 0 ? 'reused' : 'exempt'],
              results: (index + round) % 4 === 0 ? [] : [(index + round) % 3 === 0 ? 'signed' : 'scanned'],
            }),
          ),
        ),
      ),
    ]);
    const last = dossiers.map((_, index) => index + 4);
    const count = (is: (at: number) => boolean): number => last.filter(is).length;
    await showShares('crowded', {
      dossiers: [count((at) => at % 2 === 0 && at % 4 !== 0), 120],
      components: [count((at) => at % 2 === 0), 120],
      results: [count((at) => at % 4 !== 0), count((at) => at % 4 !== 0)],
      reused: [count((at) => at % 3 === 0), 120],
    });
    await waitFor(
      async () => (await call<Board>(`/v1/board?unit=crowded&${march}`)).rows[0]?.indicators['overdue.real']?.value === 120,
      { describe: 'every verdict' },
    );
    expect(await call<VerifyReport>('/v1/verify', 'POST')).toMatchObject({ outcome: 'equal', reason: null, differences: [] });
  });

  it('are rebuilt from their log, also those that still wait', async () => {
    const late = createFinished('rebuilt');
    await digitize([documentsOf(late, 1, {})]);
    await waitFor(async () => (await waitingRows(late.dossierId)).length === 1, { describe: 'documents that wait' });
    const before = await call<Board>(`/v1/board?unit=province&${march}&by=unit`);
    await kpi.kpi.pool.query('UPDATE kpi.fact_0 SET reuses_component = true WHERE dossier_id = $1', [late.dossierId]);
    await kpi.kpi.pool.query('UPDATE kpi.cell_0 SET finished_reusing = finished_reusing + 1 WHERE grain = 0');
    const { outcome, differences } = await call<VerifyReport>('/v1/verify', 'POST');
    expect([outcome, new Set(differences.map(({ kind }) => kind))]).toEqual(['different', new Set(['fact', 'cell'])]);
    await call<RebuildStatus>('/v1/rebuild', 'POST');
    await waitFor(async () => (await call<RebuildStatus>('/v1/rebuild')).state === 'done', { describe: 'the rebuild' });
    expect((await call<Board>(`/v1/board?unit=province&${march}&by=unit`)).rows).toEqual(before.rows);
    expect(await call<VerifyReport>('/v1/verify', 'POST')).toMatchObject({ outcome: 'equal', differences: [] });
    await publish([createEvent('received', late)]);
    await showShares('rebuilt', { dossiers: [1, 1], components: [1, 1], results: [1, 1], reused: [0, 1] });
  });

  it('that are missing from the projection are named by a verification', async () => {
    const lost = createFinished('lost');
    await publish([createEvent('received', lost)]);
    await appendToDocumentLog(kpi.admin, [documentsOf(lost, 1, {})]);
    // Of the log, verification reads what is certain to be whole: a transaction of another suite on this server may hold that back.
    const { differences } = await waitFor(
      async () => {
        const report = await call<VerifyReport>('/v1/verify', 'POST');
        return report.outcome === 'different' && report;
      },
      { describe: 'the lost documents to be missed' },
    );
    expect(differences[0]).toMatchObject({
      kind: 'fact',
      projected: { digitization_version: 0, is_digitized: false },
      recomputed: { digitization_version: 1, is_digitized: true },
    });
  });
});
