import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Board, DossierLinePage, NearestPeriod, RebuildStatus, VerifyReport } from '@motcua/contracts';
import { waitFor } from '@motcua/testing';
import { appendToEventLog } from './testing/event-log.ts';
import { createHistory, inUnit } from './testing/history.builder.ts';
import { runKpi, type RunningKpi } from './testing/run-kpi.ts';
import { createEvent, createSnapshot, type BuiltEvent } from './testing/snapshot.builder.ts';

let kpi: RunningKpi;
beforeAll(async () => {
  kpi = await runKpi({ logs: ['dossiers'] });
}, 60_000);
afterAll(() => kpi.close(), 60_000);

interface Answer<Body> {
  readonly status: number;
  readonly body: Body;
}

// The body is what the contract says; each test looks at what it needs.
async function call<Body>(
  path: string,
  { method = 'GET', as = kpi.token }: { method?: string; as?: string } = {},
): Promise<Answer<Body>> {
  const response = await fetch(`${kpi.service.url}${path}`, { method, headers: { authorization: `Bearer ${as}` } });
  const answer: Answer<unknown> = { status: response.status, body: await response.json() };
  return answer as Answer<Body>;
}

const HOUR = 3_600_000;
const at = (ms: number): string => new Date(ms).toISOString();
const today = at(Date.now() + 7 * HOUR).slice(0, 10);
const period = `from=2022-01-01&to=${today}`;
const received = async (unit: string): Promise<number | null | undefined> =>
  (await call<Board>(`/v1/board?unit=${unit}&${period}`)).body.rows[0]?.indicators['received']?.value;

/** The same of a unit of which no dossier may be known yet. */
const findReceived = async (unit: string): Promise<number | null | undefined> =>
  (await call<Partial<Board>>(`/v1/board?unit=${unit}&${period}`)).body.rows?.[0]?.indicators['received']?.value;

const takeIn = async (events: readonly BuiltEvent[], unit: string, count: number): Promise<void> => {
  await appendToEventLog(kpi.admin, events);
  await kpi.publish(events);
  await waitFor(async () => (await received(unit)) === count, { describe: `${count} dossiers of ${unit} on the board` });
};

describe('kpi-aggregator', () => {
  it('shows what was published on the board, with the rule that each figure follows', async () => {
    await takeIn(createHistory('shown'), 'shown', 8);
    const { body } = await call<Board>(`/v1/board?unit=shown&${period}`);
    expect(body.rows[0]?.indicators).toMatchObject({
      'on-time.closed': { version: 1, numerator: 4, denominator: 5, value: 0.8 },
      'on-time.766': { version: 1, numerator: 5, denominator: 7 },
      'on-time.with-backlog': { numerator: 4, denominator: 6 },
      'online.filed': { numerator: 4, denominator: 8, value: 0.5 },
      open: { version: 1, numerator: null, denominator: null, value: 2 },
      'open.overdue': { value: 1 },
    });
    expect(body).toMatchObject({ unit: 'shown', by: null, parked: 0, period: { from: '2022-01-01', to: today } });
    const byMonth = await call<Board>(`/v1/board?unit=shown&${period}&by=month`);
    expect(byMonth.body.rows[0]).toMatchObject({
      key: '2022-03',
      indicators: { received: { value: 8 }, finished: { value: 5 } },
    });
    const byUnit = await call<Board>(`/v1/board?unit=province&${period}&by=unit`);
    expect(byUnit.body.rows.map(({ key }) => key)).toEqual(expect.arrayContaining(['shown', 'shown-new']));
  });

  it('opens a figure down to its dossiers, page by page', async () => {
    await takeIn(createHistory('opened'), 'opened', 8);
    const seen: string[] = [];
    let cursor = '';
    const totals: number[] = [];
    let asOf = '';
    do {
      const path = `/v1/indicators/on-time.closed/dossiers?unit=opened&${period}&part=denominator&limit=2${asOf}${cursor}`;
      const { body } = await call<DossierLinePage>(path);
      seen.push(...body.dossiers.map(({ dossierId }) => dossierId));
      totals.push(body.total);
      asOf = `&asOf=${body.asOf}`;
      cursor = body.next === null ? '' : `&cursor=${body.next}`;
    } while (cursor !== '');
    expect([new Set(seen).size, totals]).toEqual([5, [5, 5, 5]]);
    const row = await call<DossierLinePage>(`/v1/indicators/received/dossiers?unit=opened&${period}&by=channel&key=online`);
    expect(row.body).toMatchObject({ part: 'value', total: 4 });
  });

  it('leads from an empty period to the nearest with figures, as far as they go', async () => {
    await takeIn(createHistory('found'), 'found', 8);
    const nearest = async (unit: string, days: string): Promise<NearestPeriod['nearest']> =>
      (await call<NearestPeriod>(`/v1/board/nearest?unit=${unit}&${days}`)).body.nearest;
    const year = { from: '2022-01-01', to: '2022-03-31' };
    expect(await nearest('found', 'from=2026-01-01&to=2026-06-30')).toEqual(year);
    expect(await nearest('found', 'from=2021-01-01&to=2021-12-31')).toEqual({ from: '2022-03-01', to: '2022-12-31' });
    // Seen on 5 March nothing had been done after it.
    expect(await nearest('found', 'from=2022-03-06&to=2022-03-31&asOf=2022-03-05T10:00:00Z')).toEqual({
      from: '2022-01-01',
      to: '2022-03-05',
    });
    expect(await nearest('found', 'from=2021-01-01&to=2021-12-31&asOf=2022-02-01T10:00:00Z')).toBeNull();
  });

  it('refuses what cannot be answered, and says why', async () => {
    expect(await call(`/v1/board?unit=nowhere&${period}`)).toMatchObject({ status: 404, body: { code: 'unit.unknown' } });
    expect(await call('/v1/board?unit=shown&from=2022-02-30&to=2022-03-01')).toMatchObject({
      status: 400,
      body: { code: 'request.invalid' },
    });
    expect(await call('/v1/board?unit=shown&from=2022-03-02&to=2022-03-01')).toMatchObject({
      status: 400,
      body: { code: 'period.invalid' },
    });
    expect(await call(`/v1/indicators/open/dossiers?unit=shown&${period}&part=denominator`)).toMatchObject({
      status: 422,
      body: { code: 'indicator.no-denominator' },
    });
    expect(await call(`/v1/indicators/none/dossiers?unit=shown&${period}`)).toMatchObject({ status: 404 });
  });

  it('shows a unit to those above it and to nobody beside it', async () => {
    const leader = await kpi.issuer.token({ role: 'leader', unit: 'province' });
    const neighbour = await kpi.issuer.token({ role: 'head', unit: 'opened' });
    expect((await call(`/v1/board?unit=shown&${period}`, { as: leader })).status).toBe(200);
    expect((await call(`/v1/board?unit=shown&${period}`, { as: neighbour })).status).toBe(403);
    expect((await call('/v1/verify', { method: 'POST', as: leader })).status).toBe(403);
  });

  it('parks what it cannot read, says so on the board, and goes on; the dossier’s next event makes it good', async () => {
    const snapshot = createSnapshot(inUnit('parked'));
    const good = createEvent('received', snapshot);
    await kpi.publish([
      { key: good.key, value: good.value.replace('"receivedAt":"', '"receivedAt":"not ') },
      createEvent('received', createSnapshot(inUnit('parked'))),
    ]);
    await waitFor(async () => (await received('parked')) === 1, { describe: 'the readable dossier' });
    const board = await call<Board>(`/v1/board?unit=parked&${period}`);
    expect(board.body.parked).toBe(1);
    const { body } = await call<{ deadLetters: { reason: string; status: string }[] }>('/v1/dlq?status=parked');
    expect(body.deadLetters).toMatchObject([{ reason: 'data.receivedAt is not a moment', status: 'parked' }]);
    expect(await call<VerifyReport>('/v1/verify?wait=0', { method: 'POST' })).toMatchObject({
      body: { outcome: 'not-comparable' },
    });
    await kpi.publish([createEvent('transferred', { ...snapshot, dossierVersion: 2 })]);
    await waitFor(async () => (await call<Board>(`/v1/board?unit=parked&${period}`)).body.parked === 0, {
      describe: 'nothing parked',
    });
    expect(await received('parked')).toBe(2);
    await appendToEventLog(kpi.admin, [good, createEvent('transferred', { ...snapshot, dossierVersion: 2 })]);
  });

  it('holds a dossier behind a move of responsibility that it cannot read: the past stays where it was, and the move can be replayed', async () => {
    const snapshot = createSnapshot({ ...inUnit('past'), receivedAt: at(Date.UTC(2022, 2, 1, 2)) });
    const moved = { ...snapshot, ...inUnit('past-new'), dossierVersion: 2, occurredAt: at(Date.UTC(2022, 3, 1, 2)) };
    const first = createEvent('received', snapshot);
    const move = createEvent('reassigned', moved);
    const later = createEvent('transferred', { ...moved, dossierVersion: 3 });
    await kpi.publish([first]);
    await waitFor(async () => (await received('past')) === 1, { describe: 'the receipt' });

    await kpi.publish([{ key: move.key, value: move.value.replace('"receivedAt":"', '"receivedAt":"not ') }]);
    const parked = async () =>
      (await call<{ deadLetters: { id: string; step: string }[] }>(`/v1/dlq?status=parked&key=${move.key}`)).body.deadLetters;
    await waitFor(async () => (await parked()).length === 1, { describe: 'the move to be parked' });
    const other = createEvent('received', createSnapshot(inUnit('past-new')));
    await kpi.publish([later, other]);
    await waitFor(async () => (await parked()).length === 2, { describe: 'what comes later to wait' });
    await waitFor(async () => (await findReceived('past-new')) === 1, { describe: 'another dossier' });
    expect(await received('past')).toBe(1);
    const [held, unread] = await parked();
    expect([held?.step, unread?.step]).toEqual(['hold', 'parse']);

    // A release that can read it.
    await kpi.kpi.pool.query('UPDATE kpi.dlq_event SET payload = $2 WHERE id = $1', [unread?.id, Buffer.from(move.value)]);
    const replay = (id: string | undefined) => call(`/v1/dlq/${id ?? ''}/replay`, { method: 'POST' });
    expect(await replay(held?.id)).toMatchObject({ status: 409, body: { code: 'dlq.held' } });
    expect(await replay(unread?.id)).toMatchObject({ status: 200 });
    expect(await replay(held?.id)).toMatchObject({ status: 200 });
    expect([await received('past'), await received('past-new')]).toEqual([1, 1]);
    await appendToEventLog(kpi.admin, [first, move, later, other]);
  });

  it('rebuilds from the event log to the same figures, and goes on from there', async () => {
    const before = await call<Board>(`/v1/board?unit=shown&${period}`);
    // What the spec above published without writing it to the log is made good first.
    await kpi.kpi.pool.query('UPDATE kpi.cell_0 SET received = received + 1 WHERE grain = 0');
    expect((await call<RebuildStatus>('/v1/rebuild', { method: 'POST' })).status).toBe(202);
    await waitFor(async () => (await call<RebuildStatus>('/v1/rebuild')).body.state === 'done', { describe: 'the rebuild' });
    const after = await call<Board>(`/v1/board?unit=shown&${period}`);
    expect(after.body.rows).toEqual(before.body.rows);
    await takeIn(createHistory('rebuilt'), 'rebuilt', 8);
  });

  it('keeps parked what cannot be read and came while a rebuild ran', async () => {
    const { rows } = await kpi.kpi.pool.query<{ idle: number }>('SELECT 1 - active AS idle FROM kpi.slot');
    const idle = `kpi.fact_${rows[0]?.idle ?? 0}`;
    const holder = await kpi.admin.connect();
    await holder.query(`BEGIN; LOCK TABLE ${idle} IN SHARE MODE`);
    expect((await call<RebuildStatus>('/v1/rebuild', { method: 'POST' })).status).toBe(202);
    const isWaiting = 'SELECT FROM pg_locks WHERE relation = $1::regclass AND NOT granted';
    await waitFor(async () => (await kpi.admin.query(isWaiting, [idle])).rowCount === 1, { describe: 'the ends to be noted' });
    const good = createEvent('received', createSnapshot(inUnit('meanwhile')));
    await kpi.publish([{ key: good.key, value: good.value.replace('"receivedAt":"', '"receivedAt":"not ') }]);
    const find = async () =>
      (await call<{ deadLetters: { status: string }[] }>(`/v1/dlq?key=${good.key}`)).body.deadLetters.map(({ status }) => status);
    await waitFor(async () => (await find()).length === 1, { describe: 'the event to be parked' });
    await holder.query('COMMIT');
    holder.release();
    await waitFor(async () => (await call<RebuildStatus>('/v1/rebuild')).body.state === 'done', { describe: 'the rebuild' });
    await takeIn(createHistory('afterwards'), 'afterwards', 8);
    expect(await find()).toEqual(['parked']);

    await kpi.publish([good]);
    await waitFor(async () => (await find())[0] === 'superseded', { describe: 'the event that can be read' });
    await appendToEventLog(kpi.admin, [good]);
  });

  it('verifies that facts, cells and figures are what the event log says', async () => {
    await takeIn(createHistory('verified'), 'verified', 8);
    const { body } = await call<VerifyReport>('/v1/verify', { method: 'POST' });
    expect(body).toMatchObject({ outcome: 'equal', differences: [], differenceCount: 0 });
    expect(body.checked.dossiers).toBeGreaterThan(20);
    expect(body.checked.figures).toBeGreaterThan(1000);
  });

  it('rebuilds a dossier as far as it can be told who was responsible, and says how many events could not be read', async () => {
    const snapshot = createSnapshot({ ...inUnit('told'), receivedAt: at(Date.UTC(2022, 2, 1, 2)) });
    const moved = { ...snapshot, ...inUnit('told-new'), dossierVersion: 2, occurredAt: at(Date.UTC(2022, 3, 1, 2)) };
    const move = createEvent('reassigned', moved);
    await appendToEventLog(kpi.admin, [
      createEvent('received', snapshot),
      { ...move, value: move.value.replace('"receivedAt":"', '"receivedAt":"not ') },
      createEvent('transferred', { ...moved, dossierVersion: 3 }),
    ]);
    await call<RebuildStatus>('/v1/rebuild', { method: 'POST' });
    const rebuild = await waitFor(
      async () => {
        const { body } = await call<RebuildStatus>('/v1/rebuild');
        return body.state === 'running' ? undefined : body;
      },
      { describe: 'the rebuild' },
    );
    expect(rebuild).toMatchObject({ state: 'done', unreadable: 2 });
    expect([await received('told'), await findReceived('told-new')]).toEqual([1, undefined]);
  });
});
