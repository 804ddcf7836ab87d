import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { waitFor } from '@motcua/testing';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { legacy } from '../testing/legacy-events.ts';
import { createReformHand, operator, reform, successor } from '../testing/reform-fixture.ts';
import { startIntake, type RunningIntake } from '../testing/start-intake.ts';

const COMMUNES = 450;
const others: NestFastifyApplication[] = [];
let intake: RunningIntake;
beforeAll(async () => {
  intake = await startIntake({ now: () => Date.parse('2025-07-20T09:00:00+07:00') });
}, 60_000);
afterAll(async () => {
  await Promise.all(others.map((instance) => instance.close()));
  await intake.stop();
});

const { ask, askReform, tryIt, obstaclesOf, report, ownersOf, reassignments, put, untilState } = createReformHand(() => intake);
const listDues = async (): Promise<(string | null)[]> => {
  const { rows } = await intake.admin.query<{ due: string | null }>(
    "SELECT current_due::text AS due FROM intake.dossier WHERE source_code LIKE 'S-%'",
  );
  return rows.map(({ due }) => due);
};

describe('a reform of units', () => {
  let live: NestFastifyApplication;

  beforeAll(async () => {
    const limit = { limit: { amount: 5, unit: 'working-day' } } as const;
    const at = '2025-06-25T10:00:00+07:00';
    await report([
      ...Array.from({ length: COMMUNES }, (_, index) => legacy(`S-${String(index).padStart(3, '0')}`, 'received', at, limit)),
      legacy('H-1', 'received', at, { ...limit, unit: 'khai-xuan' }),
      legacy('H-1', 'transferred', '2025-06-26T10:00:00+07:00', { unit: 'phong-tu-phap' }),
      legacy('L-1', 'received', at, limit), // ended after the day
      legacy('L-1', 'processed', '2025-07-02T10:00:00+07:00'),
      legacy('L-1', 'returned', '2025-07-03T10:00:00+07:00'),
      legacy('N-1', 'received', at, limit), // not collected
      legacy('N-1', 'processed', '2025-06-26T10:00:00+07:00'),
      legacy('O-1', 'received', at, limit), // over before
      legacy('O-1', 'processed', '2025-06-26T10:00:00+07:00'),
      legacy('O-1', 'returned', '2025-06-26T11:00:00+07:00'),
      legacy('T-1', 'received', '2025-07-05T10:00:00+07:00', { ...limit, unit: 'thanh-ba' }), // after the day, at a unit that ended with it
    ]);
  });

  it('is tried first: it says what would move, and changes nothing', async () => {
    const { status, body } = await tryIt();
    expect(status).toBe(200);
    expect(body.reform).toBeNull();
    expect(body.preview).toMatchObject({
      obstacles: [],
      dossiers: COMMUNES + 4,
      units: [
        { from: 'dong-xuan', to: 'xa-dong-xuan', dossiers: COMMUNES + 2 },
        { from: 'khai-xuan', to: 'xa-dong-xuan', dossiers: 1 },
        { from: 'thanh-ba', to: 'xa-dong-xuan', dossiers: 1 },
      ],
      staff: 4,
    });
    expect(body.preview.catalogue.units).toContainEqual(
      expect.objectContaining({
        code: 'phong-tu-phap',
        validTo: '2025-06-30',
        successors: [{ unit: 'xa-dong-xuan', field: 'ho-tich' }],
      }),
    );
    expect(await reassignments()).toEqual([]);
  });

  it('refuses in the trial what nobody goes on with, and names the dossiers', async () => {
    const withoutDepartment = { successions: reform.successions.filter(({ from }) => from !== 'phong-tu-phap') };
    // It goes on, but the unit above it does not.
    expect(await obstaclesOf(withoutDepartment)).toEqual(['reform.unit-orphaned phong-tu-phap']);
    const onlyTrade = {
      successions: reform.successions.map((line) => (line.field === undefined ? line : { ...line, field: 'kinh-te' })),
    };
    expect(await obstaclesOf(onlyTrade)).toEqual([
      'reform.field-unknown kinh-te',
      'reform.dossier-unmapped phong-tu-phap · ho-tich',
      'reform.dossier-unmapped thanh-ba · ho-tich',
    ]);
    const unmapped = (await tryIt(onlyTrade)).body.preview.obstacles.find(({ about }) => about.startsWith('thanh-ba'));
    expect(unmapped).toMatchObject({ dossiers: 1, sample: [{ code: 'T-1' }] });
    const refused = await tryIt(onlyTrade, true);
    expect([refused.status, refused.code]).toEqual([422, 'reform.has-obstacles']);
    expect(await obstaclesOf({ units: [] })).toEqual(['reform.successor-not-in-force xa-dong-xuan']);
    // Nothing would be counted for its dossiers, and they would wait for ever.
    const withoutCalendar = ['reform.successor-without-calendar xa-dong-xuan'];
    expect(await obstaclesOf({ units: [{ ...successor, parent: null }] })).toEqual(withoutCalendar);
    expect(await obstaclesOf({ units: [{ ...successor, calendar: 'nowhere' }] })).toEqual(withoutCalendar);
    const later = await tryIt({ effectiveFrom: '2025-08-01', units: [{ ...successor, validFrom: '2025-08-01' }] }, true);
    expect([later.status, later.code]).toEqual([409, 'reform.ahead']);
  });

  it('waits for the catalogue, moves in batches, and goes on after it was stopped in the middle', async () => {
    const applied = await tryIt({}, true);
    expect(applied.body.reform).toMatchObject({ state: 'planning', moved: 0 });
    expect(applied.body.reform?.waitsFor).toContain('xa-dong-xuan');
    // Somebody has a dossier of the second transaction in hand, so that the stop comes in the middle.
    const { rows: found } = await intake.admin.query<{ id: string }>(
      `SELECT dossier_id::text AS id FROM intake.dossier WHERE responsible_unit <> 'elsewhere' AND source_code LIKE 'S-%' ORDER BY dossier_id OFFSET 300 LIMIT 1`,
    );
    const holder = await intake.admin.connect();
    await holder.query('SELECT pg_advisory_lock(hashtextextended($1, 0))', [found[0]?.id]);
    await put(applied.body.preview.catalogue);
    await waitFor(async () => (await reassignments()).length > 0, { describe: 'the first transaction', timeoutMs: 30_000 });
    expect(await reassignments()).toHaveLength(200);
    await intake.app.close();
    await holder.query('SELECT pg_advisory_unlock_all()');
    holder.release();

    others.push(...(await Promise.all([intake.startInstance(), intake.startInstance()])));
    live = others[0] as NestFastifyApplication;
    expect(await untilState('applied', live)).toMatchObject({
      planned: 0,
      moved: COMMUNES + 4,
      skipped: 0,
      unmapped: 0,
      waitsFor: [],
    });
    const { rows: counted } = await intake.admin.query(
      `SELECT max(moves)::int AS most, count(*)::int AS dossiers FROM
        (SELECT count(*) AS moves FROM intake.event WHERE type LIKE '%.reassigned.%' GROUP BY dossier_id) AS each`,
    );
    expect(counted).toEqual([{ most: 1, dossiers: COMMUNES + 4 }]);
  });

  it('moves owner and handling unit, not code and not due, at the first moment of the day', async () => {
    expect(await ownersOf('H-1', 'L-1', 'N-1', 'O-1', 'S-007', 'T-1')).toEqual([
      'H-1 xa-dong-xuan xa-dong-xuan',
      'L-1 xa-dong-xuan xa-dong-xuan',
      'N-1 xa-dong-xuan xa-dong-xuan',
      'O-1 dong-xuan dong-xuan',
      'S-007 xa-dong-xuan xa-dong-xuan',
      'T-1 xa-dong-xuan xa-dong-xuan',
    ]);
    const dues = await listDues();
    expect(dues).toHaveLength(COMMUNES);
    expect(dues.every((due) => due?.startsWith('2025-07-02 03:00'))).toBe(true);
    const event = (await reassignments()).find(({ data }) => data.sourceCode === 'H-1');
    expect(event?.data).toMatchObject({
      occurredAt: '2025-06-30T17:00:00.000Z',
      responsiblePath: ['phu-tho', 'xa-dong-xuan'],
      findings: [],
      change: {
        fromUnit: 'khai-xuan',
        toUnit: 'xa-dong-xuan',
        reform: { id: 'thanh-ba-2025', fromHandlingUnit: 'phong-tu-phap', toHandlingUnit: 'xa-dong-xuan', takenBack: false },
      },
    });
  });

  it('is the same job when the same file comes again, and refuses another one under its id', async () => {
    const before = await reassignments();
    const again = await tryIt({}, true, live);
    expect([again.status, again.body.reform?.state, again.body.reform?.moved]).toEqual([200, 'applied', COMMUNES + 4]);
    const other = await tryIt({ law: 'another' }, true, live);
    expect([other.status, other.code]).toEqual([409, 'reform.another-file']);
    expect(await reassignments()).toHaveLength(before.length);
  });

  it('takes along what comes to an ended unit afterwards', async () => {
    await report([legacy('X-1', 'received', '2025-06-27T10:00:00+07:00', { limit: { amount: 5, unit: 'working-day' } })], live);
    await waitFor(async () => (await ownersOf('X-1'))[0] === 'X-1 xa-dong-xuan xa-dong-xuan', {
      describe: 'the late one to follow',
      timeoutMs: 30_000,
    });
  });

  it('is confirmed by another person alone', async () => {
    const own = await ask('/v1/reforms/thanh-ba-2025/confirm', {}, operator, live);
    expect([own.status, own.code]).toEqual([403, 'reform.own']);
    const head = await ask('/v1/reforms/thanh-ba-2025/confirm', {}, ['head', 'phu-tho'], live);
    expect(head.status).toBe(403);
  });

  it('goes back while nobody has confirmed it, but for what was over or has moved on', async () => {
    const reverting = await askReform('/v1/reforms/thanh-ba-2025/revert', {}, operator, live);
    expect(reverting).toMatchObject({ state: 'reverting', revertedBy: 'quan-tri' });
    await put(reverting.catalogue);
    expect(await untilState('reverted', live)).toMatchObject({ moved: 0, returned: COMMUNES + 5 });
    expect(await ownersOf('H-1', 'S-007', 'T-1')).toEqual([
      'H-1 khai-xuan phong-tu-phap',
      'S-007 dong-xuan dong-xuan',
      'T-1 thanh-ba thanh-ba',
    ]);
    const again = await tryIt({}, true, live);
    expect([again.status, again.code]).toEqual([409, 'reform.reverted']);
  });

  it('can be applied anew under another id, and stands once somebody else confirms it', async () => {
    const { body } = await tryIt({ id: 'thanh-ba-2025-2' }, true, live);
    await put(body.preview.catalogue);
    await waitFor(async () => (await askReform('/v1/reforms/thanh-ba-2025-2', undefined, operator, live)).state === 'applied', {
      describe: 'the second one',
      timeoutMs: 30_000,
    });
    const confirmed = await askReform(
      '/v1/reforms/thanh-ba-2025-2/confirm',
      {},
      { role: 'leader', unit: 'phu-tho', sub: 'lanh-dao' },
      live,
    );
    expect(confirmed).toMatchObject({ state: 'confirmed', confirmedBy: 'lanh-dao' });
    const late = await ask('/v1/reforms/thanh-ba-2025-2/revert', {}, operator, live);
    expect([late.status, late.code]).toEqual([409, 'reform.not-revertible']);
  });
});
