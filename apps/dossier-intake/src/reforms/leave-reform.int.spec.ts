import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { createUnit } from '@motcua/contracts/testing';
import { HealthChecks } from '@motcua/http';
import { adoptStore } from '@motcua/outbox';
import { waitFor } from '@motcua/testing';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { legacy } from '../testing/legacy-events.ts';
import { createReformHand, operator, reform, successor } from '../testing/reform-fixture.ts';
import { startIntake, type RunningIntake } from '../testing/start-intake.ts';

/** More than one transaction moves. */
const COMMUNES = 210;
const limit = { limit: { amount: 5, unit: 'working-day' } } as const;
const at = '2025-06-25T10:00:00+07:00';
const codeOf = (index: number): string => `S-${String(index).padStart(3, '0')}`;

let intake: RunningIntake;
let next: NestFastifyApplication | undefined;
const { ask, askReform, tryIt, obstaclesOf, report, ownersOf, reassignments, put, untilState } = createReformHand(() => intake);
beforeAll(async () => {
  intake = await startIntake({ now: () => Date.parse('2025-07-20T09:00:00+07:00') });
  await report([
    ...Array.from({ length: COMMUNES }, (_, index) => legacy(codeOf(index), 'received', at, limit)),
    legacy('H-1', 'received', at, { ...limit, unit: 'khai-xuan' }),
    legacy('P-1', 'received', at, { ...limit, unit: 'phong-tu-phap' }),
  ]);
}, 60_000);
afterAll(async () => {
  await next?.close();
  await intake.stop();
});

const dongXuan = {
  units: [{ ...successor, predecessors: ['dong-xuan'] }],
  successions: [{ from: 'dong-xuan', to: 'xa-dong-xuan' }],
};
const khaiXuan = {
  id: 'khai-xuan-2025',
  units: [createUnit('xa-khai-xuan', 'commune', 'phu-tho', { validFrom: '2025-07-01', predecessors: ['khai-xuan'] })],
  successions: [{ from: 'khai-xuan', to: 'xa-khai-xuan' }],
};
const revert = (id: string, as: Parameters<typeof ask>[2] = operator) => ask(`/v1/reforms/${id}/revert`, {}, as);

it('is applied, and taken back, by whoever may change the catalogue that it waits for, and nobody else', async () => {
  const ofTheProvince = ['admin', 'phu-tho'] as const;
  expect((await ask('/v1/reforms', { reform: { ...reform, ...dongXuan }, apply: true }, ofTheProvince)).status).toBe(403);
  expect((await revert('any', ofTheProvince)).status).toBe(403);
});

it('lets a unit be in one reform alone, and is left while the catalogue has refused what it waits for', async () => {
  const both = await Promise.all(['first', 'second'].map((id) => tryIt({ ...dongXuan, id }, true)));
  expect(both.map(({ status }) => status).toSorted()).toEqual([200, 422]);
  const id = both[0]?.status === 200 ? 'first' : 'second';
  expect(await obstaclesOf({ ...dongXuan, id: 'corrected' })).toEqual(['reform.unit-in-another dong-xuan']);
  expect(await obstaclesOf({ ...dongXuan, id })).toEqual([]);

  expect((await revert(id)).status).toBe(200);
  const reverted = await untilState('reverted', undefined, id);
  expect(reverted).toMatchObject({ planned: 0, moved: 0, returned: 0, waitsFor: [] });
  // The catalogue took nothing: what ends a post comes along with the one that goes on, or the two would overlap.
  const posts = reverted.catalogue.staff.filter((post) => post.id === 'cv-07');
  expect(posts.map(({ unit, validFrom, validTo }) => [unit, validFrom, validTo])).toEqual([
    ['dong-xuan', '2000-01-01', '2025-06-30'],
    ['dong-xuan', '2025-07-01', null],
  ]);
  expect(await obstaclesOf({ ...dongXuan, id: 'corrected' })).toEqual([]);
  const again = await revert(id);
  expect([again.status, again.code]).toEqual([409, 'reform.not-revertible']);
});

it('goes back in the middle: what has moved returns, a batch that is at it moves nothing more', async () => {
  const { body } = await tryIt({ ...dongXuan, id: 'midway' }, true);
  const { rows } = await intake.admin.query<{ id: string }>(
    "SELECT dossier_id::text AS id FROM intake.dossier WHERE source_code LIKE 'S-%' ORDER BY dossier_id OFFSET 205 LIMIT 1",
  );
  const holder = await intake.admin.connect();
  await holder.query('SELECT pg_advisory_lock(hashtextextended($1, 0))', [rows[0]?.id]);
  await put(body.preview.catalogue);
  await waitFor(
    async () => {
      const { rows: waiting } = await intake.admin.query(
        `SELECT FROM pg_locks JOIN pg_database ON pg_database.oid = database
         WHERE datname = current_database() AND locktype = 'advisory' AND NOT granted`,
      );
      return waiting.length > 0;
    },
    { describe: 'the second batch to wait for the dossier in hand', timeoutMs: 30_000 },
  );
  expect(await askReform('/v1/reforms/midway')).toMatchObject({ state: 'applying', moved: 200, planned: 10 });
  const reverting = await revert('midway');
  expect(reverting.body).toMatchObject({ state: 'reverting' });
  await holder.query('SELECT pg_advisory_unlock_all()');
  holder.release();
  expect(await untilState('reverted', undefined, 'midway')).toMatchObject({ planned: 0, moved: 0, returned: 200 });
  expect(await reassignments()).toHaveLength(400);
  const codes = Array.from({ length: COMMUNES }, (_, index) => codeOf(index));
  expect(await ownersOf(...codes)).toEqual(codes.map((code) => `${code} dong-xuan dong-xuan`));
  await put((reverting.body as Awaited<ReturnType<typeof askReform>>).catalogue);
}, 60_000);

it('holds up no other one where it fails, and health says which it is', async () => {
  // As it was left before successors were looked at: nobody of this code will ever be known.
  const document = { ...reform, id: 'broken', successions: [{ from: 'phong-tu-phap', to: 'nowhere' }], staff: [] };
  await intake.admin.query(
    `INSERT INTO intake.reform (id, digest, document, catalogue, ending, effective_at, state, applied_by, applied_at)
     VALUES ('broken', '', $1, '{"apply": {"units": [], "staff": []}, "revert": {"units": [], "staff": []}}', '{phong-tu-phap}',
       '2025-07-01T00:00:00+07:00', 'applying', 'somebody', '2025-07-19')`,
    [JSON.stringify(document)],
  );
  await intake.admin.query(
    `INSERT INTO intake.reform_dossier (reform_id, dossier_id, state)
     SELECT 'broken', dossier_id, 'planned' FROM intake.dossier WHERE source_code = 'P-1'`,
  );
  const { status, body } = await tryIt(khaiXuan, true);
  expect(status).toBe(200);
  await put(body.preview.catalogue);
  await untilState('applied', undefined, khaiXuan.id);
  expect(await ownersOf('H-1', 'P-1')).toEqual(['H-1 xa-khai-xuan xa-khai-xuan', 'P-1 phong-tu-phap phong-tu-phap']);
  const health = intake.app.get(HealthChecks);
  const reasonOf = async () => (await health.readiness()).checks['reforms']?.['reason'];
  expect(await reasonOf()).toBe('failing and tried again: broken');

  await revert('broken');
  await untilState('reverted', undefined, 'broken');
  await waitFor(async () => (await reasonOf()) === undefined, { describe: 'health to forget it', timeoutMs: 15_000 });
}, 60_000);

it('still takes along what comes late after the store was adopted, where transactions have lower ids than were seen before', async () => {
  await intake.app.close();
  await intake.admin.query("UPDATE intake.reform SET swept_xid = '9000000000' WHERE id = $1", [khaiXuan.id]);
  await adoptStore(intake.admin, 'intake');
  next = await intake.startInstance();
  const late = legacy('H-2', 'received', '2025-06-27T10:00:00+07:00', { ...limit, unit: 'khai-xuan' });
  await waitFor(
    async () => {
      await report([late], next);
      return true;
    },
    { describe: 'the new instance to know the units', timeoutMs: 30_000 },
  );
  await waitFor(async () => (await ownersOf('H-2'))[0] === 'H-2 xa-khai-xuan xa-khai-xuan', {
    describe: 'the late one to follow',
    timeoutMs: 30_000,
  });
  const { rows } = await intake.admin.query<{ moves: number }>(
    "SELECT count(*)::int AS moves FROM intake.event WHERE type LIKE '%.reassigned.%' AND body::json -> 'data' ->> 'sourceCode' = 'H-1'",
  );
  expect(rows).toEqual([{ moves: 1 }]);
}, 90_000);
