import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Board, DossierLinePage, DossierSnapshot, RebuildStatus, SlaData, VerifyReport } from '@motcua/contracts';
import { waitFor } from '@motcua/testing';
import { randomUUID } from 'node:crypto';
import { appendToCauseLog } from '../../testing/event-log.ts';
import { runKpi, type RunningKpi } from '../../testing/run-kpi.ts';
import { createEvent, createSnapshot, type BuiltEvent } from '../../testing/snapshot.builder.ts';
import { createSlaEvent, createOverdueCause, type BuiltOverdueCause } from '../../testing/overdue-cause.builder.ts';

let kpi: RunningKpi;
beforeAll(async () => {
  kpi = await runKpi({ logs: ['dossiers', 'causes'], instances: 2 });
}, 60_000);
afterAll(() => kpi.close(), 60_000);

const call = <Body>(path: string, method?: string): Promise<Body> => kpi.call<Body>(path, method);

const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
const period = `from=2022-01-01&to=${today}`;
const inUnit = (unit: string) => ({ responsibleUnit: unit, responsiblePath: ['province', unit], handlingUnit: unit });
const causes = ['real', 'sync-lag', 'late-click', 'waiting-citizen', 'configuration', 'calendar'] as const;

/** The counts of a unit's board that are not 0, by cause. */
async function causesOf(unit: string): Promise<Record<string, number>> {
  const { rows } = await call<Board>(`/v1/board?unit=${unit}&${period}`);
  const counts = ['by-cause', ...causes].map((cause) => [cause, rows[0]?.indicators[`overdue.${cause}`]?.value ?? 0] as const);
  return Object.fromEntries(counts.filter(([, count]) => count !== 0));
}
const showCauses = (unit: string, wanted: Record<string, number>): Promise<unknown> =>
  waitFor(async () => JSON.stringify(await causesOf(unit)) === JSON.stringify(wanted), {
    describe: `${JSON.stringify(wanted)} on the board of ${unit}`,
  });

const publish = (events: readonly BuiltEvent[]): Promise<void> => kpi.record.dossiers(events);

const classify = (causes: readonly BuiltOverdueCause[]): Promise<void> => kpi.record.causes(causes);

const causeOf = (
  { dossierId, responsibleUnit, responsiblePath }: DossierSnapshot,
  overrides: Partial<SlaData<'overdue-judged'>>,
): BuiltOverdueCause => createOverdueCause({ dossierId, responsibleUnit, responsiblePath, ...overrides });

const waitingIn = async (dossierId: string): Promise<number> =>
  (await kpi.admin.query('SELECT FROM kpi.fact_0 WHERE version = 0 AND dossier_id = $1', [dossierId])).rowCount ?? 0;

describe('overdue causes on overdue dossiers', () => {
  it('wait for their dossier, count by cause, and open to the dossiers they are about', async () => {
    const snapshot = createSnapshot(inUnit('counted'));
    await classify([causeOf(snapshot, { cause: 'sync-lag' })]);
    await waitFor(async () => (await call<{ status?: number }>(`/v1/board?unit=counted&${period}`)).status === undefined, {
      describe: 'the unit to be known by its verdict',
    });
    expect(await causesOf('counted')).toEqual({});
    await publish([createEvent('received', snapshot)]);
    await showCauses('counted', { 'by-cause': 1, 'sync-lag': 1 });
    const list = await call<DossierLinePage>(`/v1/indicators/overdue.sync-lag/dossiers?unit=counted&${period}`);
    expect(list).toMatchObject({ part: 'value', total: 1, dossiers: [{ dossierId: snapshot.dossierId, status: 2 }] });
  });

  it('follow the newest one, whatever comes twice or late, and go when it is taken back', async () => {
    const snapshot = createSnapshot(inUnit('changing'));
    const other = createSnapshot(inUnit('changing'));
    await publish([createEvent('received', snapshot), createEvent('received', other)]);
    const first = causeOf(snapshot, { judgement: 1, cause: 'real' });
    const corrected = causeOf(snapshot, { judgement: 2, cause: 'waiting-citizen', judgedBy: 'head-1', rule: 'head' });
    await classify([first, corrected, first, causeOf(other, { cause: 'real' })]);
    await showCauses('changing', { 'by-cause': 2, real: 1, 'waiting-citizen': 1 });
    await classify([causeOf(snapshot, { judgement: 3, cause: null })]);
    await showCauses('changing', { 'by-cause': 1, real: 1 });
    await kpi.publishCauses([corrected]);
    await classify([causeOf(other, { judgement: 2, cause: 'calendar' })]);
    await showCauses('changing', { 'by-cause': 1, calendar: 1 });
  });

  it('stay with the unit that was responsible when the due moment passed', async () => {
    const snapshot = createSnapshot({ ...inUnit('before-reform'), receivedAt: '2025-06-20T02:00:00.000Z' });
    const moved = { ...snapshot, ...inUnit('after-reform'), dossierVersion: 2, occurredAt: '2025-06-30T17:00:00.000Z' };
    await publish([createEvent('received', snapshot)]);
    await classify([causeOf(snapshot, { cause: 'real', overdueSince: '2025-06-25T10:00:00.000Z' })]);
    await showCauses('before-reform', { 'by-cause': 1, real: 1 });
    await publish([createEvent('reassigned', moved)]);
    await waitFor(async () => (await causesOf('after-reform'))['real'] === undefined, { describe: 'the new unit to be known' });
    expect(await causesOf('before-reform')).toEqual({ 'by-cause': 1, real: 1 });
    await classify([causeOf(moved, { judgement: 2, cause: 'real', overdueSince: '2025-06-30T17:00:00.000Z' })]);
    await showCauses('after-reform', { 'by-cause': 1, real: 1 });
    expect(await causesOf('before-reform')).toEqual({});
  });

  it('are told apart from the clocks’ other events, which are passed over and counted', async () => {
    const snapshot = createSnapshot(inUnit('other-events'));
    await kpi.publishCauses([createSlaEvent('due-soon', snapshot.dossierId, 'alert', { dossierId: snapshot.dossierId })]);
    await classify([causeOf(snapshot, { cause: 'real' })]);
    await publish([createEvent('received', snapshot)]);
    await showCauses('other-events', { 'by-cause': 1, real: 1 });
    const metrics = await kpi.service.operations.inject('/metrics');
    expect(metrics.body).toContain('motcua_projection_skipped_events');
  });

  it('are parked when they cannot be read, and the board says so until the next one is there', async () => {
    const snapshot = createSnapshot(inUnit('broken'));
    await publish([createEvent('received', snapshot)]);
    const broken = causeOf(snapshot, { cause: 'real' });
    await kpi.publishCauses([{ ...broken, value: broken.value.replace('"cause":"real"', '"cause":"weather"') }]);
    const parked = async (): Promise<number> => (await call<Board>(`/v1/board?unit=province&${period}`)).parked;
    await waitFor(async () => (await parked()) === 1, { describe: 'a parked verdict' });
    const { deadLetters } = await call<{ deadLetters: { reason: string; topic: string }[] }>('/v1/dlq?status=parked');
    expect(deadLetters).toMatchObject([{ topic: kpi.names.slaEvents }]);
    expect(deadLetters[0]?.reason).toContain('data.cause is none of real, sync-lag');
    await classify([causeOf(snapshot, { judgement: 2, cause: 'configuration' })]);
    await showCauses('broken', { 'by-cause': 1, configuration: 1 });
    await waitFor(async () => (await parked()) === 0, { describe: 'nothing parked' });
  });

  it('are counted exactly while events of the same dossiers come at the same time, and verified by another path', async () => {
    const dossiers = Array.from({ length: 120 }, () => createSnapshot(inUnit('crowded')));
    const rounds = Array.from({ length: 5 }, (_, round) => round);
    await Promise.all([
      ...rounds.map((round) =>
        publish(dossiers.map((it) => createEvent('corrected', { ...it, dossierVersion: round + 1, status: round + 2 }))),
      ),
      ...rounds.map((round) =>
        classify(
          dossiers.map((it, index) => causeOf(it, { judgement: round + 1, cause: causes[(index + round) % causes.length]! })),
        ),
      ),
    ]);
    await showCauses('crowded', { 'by-cause': 120, ...Object.fromEntries(causes.map((cause) => [cause, 20])) });
    expect(await call<VerifyReport>('/v1/verify', 'POST')).toMatchObject({ outcome: 'equal', reason: null, differences: [] });
  });

  it('are rebuilt from the log of overdue causes, also those that still wait', async () => {
    const late = createSnapshot(inUnit('rebuilt'));
    await classify([causeOf(late, { cause: 'late-click' })]);
    await waitFor(async () => (await waitingIn(late.dossierId)) === 1, { describe: 'a verdict that waits' });
    const before = await call<Board>(`/v1/board?unit=province&${period}&by=unit`);
    await kpi.kpi.pool.query("UPDATE kpi.fact_0 SET cause = 'calendar' WHERE dossier_id = $1", [late.dossierId]);
    await kpi.kpi.pool.query('UPDATE kpi.cell_0 SET judged_real = judged_real + 1 WHERE grain = 0');
    const { outcome, differences } = await call<VerifyReport>('/v1/verify', 'POST');
    expect([outcome, new Set(differences.map(({ kind }) => kind))]).toEqual(['different', new Set(['fact', 'cell'])]);
    await call<RebuildStatus>('/v1/rebuild', 'POST');
    await waitFor(async () => (await call<RebuildStatus>('/v1/rebuild')).state === 'done', { describe: 'the rebuild' });
    expect((await call<Board>(`/v1/board?unit=province&${period}&by=unit`)).rows).toEqual(before.rows);
    expect(await call<VerifyReport>('/v1/verify', 'POST')).toMatchObject({ outcome: 'equal', differences: [] });
    await publish([createEvent('received', late)]);
    await showCauses('rebuilt', { 'by-cause': 1, 'late-click': 1 });
  });

  it('that are missing from the projection are named by a verification', async () => {
    const lost = createSnapshot({ ...inUnit('lost'), dossierId: randomUUID() });
    await publish([createEvent('received', lost)]);
    await appendToCauseLog(kpi.admin, [causeOf(lost, { cause: 'real' })]);
    // Of the log, verification reads what is certain to be whole: a transaction of another suite on this server may hold that back.
    const { differences } = await waitFor(
      async () => {
        const report = await call<VerifyReport>('/v1/verify', 'POST');
        return report.outcome === 'different' && report;
      },
      { describe: 'the lost verdict to be missed' },
    );
    expect(differences[0]).toMatchObject({
      kind: 'fact',
      projected: { judgement: 0 },
      recomputed: { judgement: 1, cause: 'real' },
    });
  });
});
