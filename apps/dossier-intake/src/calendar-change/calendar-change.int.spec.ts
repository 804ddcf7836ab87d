import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { dossierEventSchemas, type CalendarChangeProgress, type CalendarDocument } from '@motcua/contracts';
import { waitFor } from '@motcua/testing';
import { toReferenceRecord } from '@motcua/contracts/testing';
import { legacy, toNdjson } from '../testing/legacy-events.ts';
import { startIntake, type RunningIntake } from '../testing/start-intake.ts';
import { afterSwap, beforeSwap } from './late-swap.builder.ts';

/** The day of the announcement. */
let now = Date.parse('2025-12-25T16:00:00+07:00');
let intake: RunningIntake;
beforeAll(async () => {
  intake = await startIntake({ calendar: beforeSwap, now: () => now });
}, 60_000);
afterAll(() => intake.stop());

interface View {
  readonly dossierId: string;
  readonly code: string;
  readonly currentDue: string | null;
  readonly originalDue: string | null;
  readonly calendar: { readonly id: string; readonly version: number };
}
const post = (url: string, body: unknown) => intake.call({ method: 'POST', url, body });
const dossierOf = ({ body }: Awaited<ReturnType<typeof post>>): View => body['dossier'] as unknown as View;
const read = async (id: string): Promise<View> => dossierOf(await intake.call({ url: `/v1/dossiers/${id}` }));

async function receive(amount: number, unit = 'working-day', at = 'dong-xuan'): Promise<View> {
  const occurredAt = '2025-12-25T10:00:00+07:00';
  const body = { unit: at, procedure: '1.000689', channel: 'in-person', occurredAt, limit: { amount, unit } };
  const answer = await post('/v1/dossiers', body);
  expect(answer.status).toBe(201);
  return dossierOf(answer);
}
const act = (id: string, action: string, body: object = {}) =>
  post(`/v1/dossiers/${id}/${action}`, { occurredAt: '2025-12-25T14:00:00+07:00', ...body });

const publish = (...versions: CalendarDocument[]) =>
  intake.producer.send(intake.topics.calendars, [toReferenceRecord('calendars', 'vn', versions)]);
const progress = (version: number) => intake.call({ url: `/v1/calendar-changes?calendar=vn&version=${String(version)}` });
const untilDone = (version: number): Promise<CalendarChangeProgress> =>
  waitFor(
    async () => {
      const { status, body } = await progress(version);
      return status === 200 && (body['state'] as unknown) === 'done' ? (body as unknown as CalendarChangeProgress) : undefined;
    },
    { describe: `version ${String(version)} to be followed`, timeoutMs: 30_000 },
  );
const redated = async () => {
  const { rows } = await intake.admin.query<{ body: unknown }>(
    "SELECT body::json AS body FROM intake.event WHERE type LIKE '%.redated.%' ORDER BY dossier_id, version",
  );
  return rows.map(({ body }) => dossierEventSchemas.redated.parse(body));
};

describe('a swap of days announced late', () => {
  let moving: Record<'later' | 'overTheWeekend' | 'calendarDays' | 'earlier' | 'extended' | 'elsewhere', View>;
  let staying: Record<'shorter' | 'overBoth' | 'ended' | 'paused' | 'extended', View>;
  let importedMoves: string;

  beforeAll(async () => {
    moving = {
      later: await receive(5), // 2/1 → Monday 5/1
      overTheWeekend: await receive(10), // 9/1 → Saturday 10/1, worked now
      calendarDays: await receive(8, 'calendar-day'), // 2/1, rolled on to 5/1
      earlier: await receive(16, 'calendar-day'), // Saturday 10/1, no longer rolled on to 12/1
      extended: await receive(5), // to 8/1; the due without extensions moves
      elsewhere: await receive(5, 'working-day', 'khai-xuan'),
    };
    staying = {
      shorter: await receive(4), // 31/12
      overBoth: await receive(12), // a day less and a day more: 13/1
      ended: await receive(5),
      paused: await receive(5),
      extended: await receive(4),
    };
    const extension = { reasonCode: 'verification', newDue: '2026-01-08T10:00:00+07:00' };
    await act(moving.extended.dossierId, 'extend', extension);
    await act(staying.extended.dossierId, 'extend', extension);
    await act(staying.ended.dossierId, 'process');
    await act(staying.paused.dossierId, 'request-supplement', { reasonCode: 'components-missing' });
    const lines = toNdjson([
      legacy('L-1', 'received', '2025-12-25T10:00:00+07:00', { limit: { amount: 5, unit: 'working-day' } }),
      legacy('L-2', 'received', '2025-12-25T10:00:00+07:00', { due: '2026-01-02T10:00:00+07:00' }),
    ]);
    const headers = { 'content-type': 'application/x-ndjson' };
    const receipt = await intake.call({ method: 'POST', url: '/v1/events', body: lines, headers });
    expect(receipt.body).toMatchObject({ accepted: 2 });
    const { rows } = await intake.admin.query<{ id: string }>(
      "SELECT dossier_id AS id FROM intake.dossier WHERE source_code = 'L-1'",
    );
    importedMoves = rows[0]?.id ?? '';
  });

  it('shows first what would move, and changes nothing', async () => {
    const answer = await post('/v1/calendar-changes', { calendar: afterSwap });
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({
      calendar: { id: 'vn', version: 8 },
      dossiers: 7,
      units: [
        { unit: 'dong-xuan', dossiers: 6, earlier: 1, later: 4 },
        { unit: 'khai-xuan', dossiers: 1, earlier: 0, later: 1 },
      ],
    });
    const { dossierId, code } = moving.earlier;
    expect(answer.body['sample']).toHaveLength(6);
    expect(answer.body['sample']).toContainEqual({
      dossierId,
      code,
      unit: 'dong-xuan',
      before: '2026-01-12T10:00:00.000Z',
      after: '2026-01-10T10:00:00.000Z',
    });
    expect(await redated()).toEqual([]);
    expect((await progress(8)).status).toBe(404);
  });

  it('is previewed and followed only for those who write reference data', async () => {
    const body = { calendar: afterSwap };
    expect((await intake.call({ method: 'POST', url: '/v1/calendar-changes', body, as: ['head', 'thanh-ba'] })).status).toBe(403);
    const asked = await intake.call({ url: '/v1/calendar-changes?calendar=vn&version=7', as: ['leader', 'phu-tho'] });
    expect(asked.status).toBe(403);
  });

  it('refuses to preview what the catalogue would not take', async () => {
    const older = await post('/v1/calendar-changes', { calendar: { ...afterSwap, version: 7 } });
    expect([older.status, older.body['code']]).toEqual([422, 'reference.calendar-not-newer']);
    const broken = await post('/v1/calendar-changes', { calendar: { ...afterSwap, timeZone: 'Asia/Thanh_Ba' } });
    expect([broken.status, broken.body['code']]).toEqual([422, 'calendar.zone-unknown']);
    const applied = await post('/v1/calendar-changes', { calendar: afterSwap, apply: true });
    expect([applied.status, applied.body['code']]).toEqual([400, 'request.invalid']);
  });

  it('re-dates exactly the open dossiers of which it moves a due moment', async () => {
    await publish(beforeSwap, afterSwap);
    expect(await untilDone(8)).toEqual({
      calendar: { id: 'vn', version: 8 },
      state: 'done',
      planned: 7,
      done: 7,
      skipped: 0,
    });
    const ids = (await redated()).map(({ subject }) => subject);
    expect(ids.toSorted()).toEqual([...Object.values(moving).map(({ dossierId }) => dossierId), importedMoves].toSorted());
    const dues = async ({ dossierId }: View) => {
      const { originalDue, currentDue, calendar } = await read(dossierId);
      return [originalDue, currentDue, calendar.version];
    };
    expect(await dues(moving.later)).toEqual(['2026-01-05T03:00:00.000Z', '2026-01-05T03:00:00.000Z', 8]);
    expect(await dues(moving.overTheWeekend)).toEqual(['2026-01-10T03:00:00.000Z', '2026-01-10T03:00:00.000Z', 8]);
    expect(await dues(moving.earlier)).toEqual(['2026-01-10T10:00:00.000Z', '2026-01-10T10:00:00.000Z', 8]);
    expect(await dues(moving.extended)).toEqual(['2026-01-05T03:00:00.000Z', '2026-01-08T03:00:00.000Z', 8]);
    expect(await dues(staying.overBoth)).toEqual(['2026-01-13T03:00:00.000Z', '2026-01-13T03:00:00.000Z', 7]);
  });

  it('stores with each how its due moment was counted before and after, and how many the unit has', async () => {
    const events = await redated();
    const { dossierId } = moving.later;
    const event = events.find(({ subject }) => subject === dossierId);
    expect(event?.data.change).toMatchObject({ reasonCode: 'calendar-changed', previousDue: '2026-01-02T03:00:00.000Z' });
    const change = event?.data.change.calendarChange;
    expect(change).toMatchObject({ id: 'vn', version: 8, unitDossiers: 6 });
    expect(change?.ledgerBefore).toContainEqual(expect.objectContaining({ kind: 'day', date: '2026-01-02', ordinal: 5 }));
    expect(change?.ledgerAfter).toContainEqual(expect.objectContaining({ kind: 'day', date: '2026-01-05', ordinal: 5 }));
    expect(change?.ledgerAfter).not.toContainEqual(expect.objectContaining({ date: '2026-01-02', ordinal: 5 }));
    const counts = new Set(
      events.map(({ data }) => `${data.responsibleUnit} ${String(data.change.calendarChange?.unitDossiers)}`),
    );
    expect([...counts].toSorted()).toEqual(['dong-xuan 6', 'khai-xuan 1']);
  });

  it('counts with the new days what a pause held, when it ends', async () => {
    now = Date.parse('2026-01-05T11:00:00+07:00');
    const resumed = dossierOf(
      await act(staying.paused.dossierId, 'receive-supplement', { occurredAt: '2026-01-05T10:00:00+07:00' }),
    );
    // 35.5 working hours of pause after Monday 5/1 10:00: the Saturday is worked. Under the old days it were Monday 12/1.
    expect(resumed).toMatchObject({ currentDue: '2026-01-10T01:00:00.000Z', calendar: { version: 8 } });
  });

  it('receives under the new version', async () => {
    expect((await receive(5)).calendar.version).toBe(8);
  });

  it('moves nothing when the same version comes again', async () => {
    const before = await redated();
    await publish(beforeSwap, afterSwap);
    // A version after it shows that the repeated one was passed: it differs in a day that nothing spans.
    const daysOff = [...afterSwap.daysOff, { date: '2030-01-02', name: 'Nghỉ đột xuất' }];
    await publish(beforeSwap, afterSwap, { ...afterSwap, version: 9, daysOff });
    expect(await untilDone(9)).toMatchObject({ planned: 0, done: 0, skipped: 0 });
    expect(await redated()).toEqual(before);
  });

  it('skips who ended between plan and re-dating, and goes past versions that were overtaken', async () => {
    await intake.admin.query(
      "INSERT INTO intake.calendar_change (calendar_id, version, state, planned) VALUES ('vn', 11, 'applying', 2)",
    );
    await intake.admin.query(
      `INSERT INTO intake.calendar_change_dossier (calendar_id, version, dossier_id, unit)
       SELECT 'vn', 11, id, 'dong-xuan' FROM unnest($1::uuid[]) AS id`,
      [[staying.ended.dossierId, moving.later.dossierId]],
    );
    const daysOff = [...afterSwap.daysOff, { date: '2026-01-05', name: 'Nghỉ đột xuất' }];
    const later = (version: number) => ({ ...afterSwap, version, daysOff });
    await publish(beforeSwap, afterSwap, later(10), later(11));
    expect(await untilDone(11)).toMatchObject({ planned: 2, done: 1, skipped: 1 });
    await publish(beforeSwap, afterSwap, later(10), later(11), later(12), { ...afterSwap, version: 13 });
    await untilDone(13);
    expect((await progress(12)).body).toMatchObject({ state: 'superseded' });
  });
});
