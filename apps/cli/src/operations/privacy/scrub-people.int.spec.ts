import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createReasons } from '@motcua/dossier';
import { idempotencyTable, toIdempotentRequest } from '@motcua/http';
import { deadLetterTables } from '@motcua/kafka';
import { toOfficerReference } from '@motcua/postgres';
import { connectTestDatabase, findInDatabase, type ConnectedTestDatabase } from '@motcua/testing';
import { randomBytes, randomUUID } from 'node:crypto';
import pg from 'pg';
import { scrubIdempotencyKeys } from './scrub-answers.ts';
import type { Scrubbed } from './scrub-batches.ts';
import { scrubDeadLetterReasons } from './scrub-dead-letter-reasons.ts';
import { scrubDeadLetters } from './scrub-dead-letters.ts';
import { scrubOfficers } from './scrub-officers.ts';

/** As an earlier version left them; the columns that are cleaned and those by which their rows are found. */
const tables = `
CREATE SCHEMA intake; CREATE SCHEMA sla; CREATE SCHEMA kpi; CREATE SCHEMA notification;
CREATE TABLE intake.event (dossier_id uuid, version integer, source text, body text, PRIMARY KEY (dossier_id, version));
CREATE TABLE intake.dossier (dossier_id uuid PRIMARY KEY, origin text, state json);
${idempotencyTable('intake')};
CREATE TABLE sla.dossier (dossier_id uuid PRIMARY KEY, officer text, subject text);
CREATE TABLE sla.event (position bigint GENERATED ALWAYS AS IDENTITY, xid xid8 DEFAULT pg_current_xact_id(), key text, body text);
CREATE TABLE kpi.fact_0 (dossier_id uuid, span bigint, officer text, PRIMARY KEY (dossier_id, span));
CREATE TABLE kpi.fact_1 (LIKE kpi.fact_0 INCLUDING ALL);
CREATE TABLE notification.dossier (dossier_id uuid PRIMARY KEY, officer text);
CREATE TABLE notification.notice (id uuid PRIMARY KEY, dossier_id uuid, data jsonb);
CREATE TABLE notification.delivery (id uuid PRIMARY KEY, dossier_id uuid, variables jsonb, event jsonb);
${deadLetterTables('sla')} ${deadLetterTables('notification')}`;

const named = 'Trần Văn Bưởi';
const numbered = 'cv-0987600321';
const plain = ['cv-07', 'Đ.07', 'nv_12@thanhba.gov.vn'];
const hashKey = randomBytes(32);
const reference = toOfficerReference(hashKey, 'urn:old', named);
const always = { commands: [], asksText: false, validFrom: '1900-01-01', validTo: null };
const reasons = createReasons([{ code: 'other', ...always }]);
const dossiers = Array.from({ length: 1_203 }, () => randomUUID());
const [first = '', second = '', ...others] = dossiers;

let database: ConnectedTestDatabase;
let client: pg.Client;
beforeAll(async () => {
  database = await connectTestDatabase(tables);
  client = database.client;
  for (const [id, officer] of dossiers.map((id, n) => [id, n === 1 ? numbered : n > 1_200 ? plain[n % 3] : named] as const)) {
    const data = { dossierId: id, officer, status: 2 };
    // A later event came live, from another source than the one that opened the dossier.
    await client.query('INSERT INTO intake.event VALUES ($1, 1, $2, $4), ($1, 2, $3, $4)', [
      ...[id, 'urn:old', 'urn:motcua:dossier-intake'],
      JSON.stringify({ data }),
    ]);
    await client.query('INSERT INTO intake.dossier VALUES ($1, $2, $3)', [id, 'urn:old', { id, officer }]);
    await client.query('INSERT INTO kpi.fact_0 VALUES ($1, 0, $2), ($1, 1, $2)', [id, officer]);
  }
  const data = { dossierId: first, officer: named, timeZone: 'Asia/Ho_Chi_Minh' };
  await client.query('INSERT INTO sla.dossier VALUES ($1, $2, $3)', [first, named, JSON.stringify(data).slice(1, -1)]);
  await client.query('INSERT INTO sla.event (key, body) VALUES ($1, $2), ($3, $4)', [
    ...[first, JSON.stringify({ data })],
    ...['xa-a', JSON.stringify({ data: { unit: 'xa-a' } })],
  ]);
  await client.query('INSERT INTO kpi.fact_1 VALUES ($1, 0, $2)', [first, named]);
  await client.query('INSERT INTO notification.dossier VALUES ($1, $2)', [first, named]);
  await client.query('INSERT INTO notification.notice VALUES ($1, $2, $3)', [randomUUID(), first, data]);
  await client.query('INSERT INTO notification.delivery VALUES ($1, $2, $3, $4)', [randomUUID(), first, data, { data }]);
  await client.query(
    `INSERT INTO intake.idempotency_key VALUES ('cb-1', $1, 'h', 200, '{}', $2), ('cb-1', $3, 'h', 200, '{}', 'null')`,
    [`${named} lan 1`, JSON.stringify({ dossier: data }), requestOf('again').key],
  );
  await client.query(`INSERT INTO intake.idempotency_key VALUES ('cb-1', 'again', 'h', 200, '{}', 'null')`);
}, 60_000);
afterAll(async () => {
  await database.drop();
});

function requestOf(key: string) {
  const request = toIdempotentRequest({ actor: 'cb-1', key, method: 'POST', path: '/', body: null });
  if (request === undefined) throw new Error('a key was given');
  return request;
}

const countsOf = (scrubbed: readonly Scrubbed[]): number[] => scrubbed.map(({ rows }) => rows);
const leaks = (): Promise<string[]> => findInDatabase(database.url, ['Bưởi', '0987600321']);
const rowsOf = async <Row extends pg.QueryResultRow>(sql: string, values: unknown[] = []): Promise<Row[]> =>
  (await client.query<Row>(sql, values)).rows;

describe('an officer whom a source reported by name', () => {
  const scrub = (isDryRun: boolean): Promise<Scrubbed[]> => scrubOfficers({ client, hashKey, isDryRun });
  const all = [2 * 1_201, 1_201, 1, 1, 1, 2 * 1_201, 1, 1, 1, 1, 1];

  it('is counted, and stays as it is', async () => {
    expect(countsOf(await scrub(true))).toEqual(all);
    expect(await rowsOf('SELECT FROM kpi.fact_0 WHERE officer = $1', [named])).toHaveLength(2 * 1_200);
  });

  it('goes on where it was broken off', async () => {
    let batches = 0;
    const breakOff = (): void => {
      batches += 1;
      if (batches === 3) throw new Error('broken off');
    };
    await expect(scrubOfficers({ client, hashKey, isDryRun: false, onProgress: breakOff })).rejects.toThrow('broken off');
    const left = await rowsOf(`SELECT FROM intake.event WHERE body::jsonb #>> '{data,officer}' = $1`, [named]);
    expect(left.length).toBeGreaterThan(0);
    expect(left.length).toBeLessThan(2 * 1_200);
    const [events = 0, ...rest] = countsOf(await scrub(false));
    expect(events).toBeLessThan(2 * 1_201);
    expect(rest).toEqual(all.slice(1));
  });

  it('is the reference that an import gives today, one and the same in the log and in every projection', async () => {
    const officers = await rowsOf<{ officer: string; places: number }>(
      `SELECT officer, count(*)::int AS places FROM (
         SELECT body::jsonb #>> '{data,officer}' AS officer FROM intake.event WHERE dossier_id = $1
         UNION ALL SELECT state ->> 'officer' FROM intake.dossier WHERE dossier_id = $1
         UNION ALL SELECT body::jsonb #>> '{dossier,officer}' FROM intake.idempotency_key WHERE body <> 'null'
         UNION ALL SELECT officer FROM sla.dossier UNION ALL SELECT ('{' || subject || '}')::jsonb ->> 'officer' FROM sla.dossier
         UNION ALL SELECT body::jsonb #>> '{data,officer}' FROM sla.event WHERE key = $1::text
         UNION ALL SELECT officer FROM kpi.fact_0 WHERE dossier_id = $1 UNION ALL SELECT officer FROM kpi.fact_1
         UNION ALL SELECT officer FROM notification.dossier UNION ALL SELECT data ->> 'officer' FROM notification.notice
         UNION ALL SELECT variables ->> 'officer' FROM notification.delivery UNION ALL SELECT event #>> '{data,officer}' FROM notification.delivery
       ) it GROUP BY 1`,
      [first],
    );
    expect(officers).toEqual([{ officer: reference, places: 14 }]);
    // As verification compares them: of each dossier, what the log says and what the projection shows.
    expect(
      await rowsOf(`SELECT FROM kpi.fact_0 JOIN intake.event USING (dossier_id)
        WHERE officer IS DISTINCT FROM body::jsonb #>> '{data,officer}'`),
    ).toEqual([]);
    const [other] = await rowsOf<{ officer: string }>('SELECT officer FROM kpi.fact_0 WHERE dossier_id = $1', [second]);
    expect(other?.officer).toBe(toOfficerReference(hashKey, 'urn:old', numbered));
  });

  it('who is an id as systems give them stays', async () => {
    const kept = await rowsOf<{ officer: string }>('SELECT DISTINCT officer FROM kpi.fact_0 WHERE dossier_id = ANY ($1)', [
      others.slice(-2),
    ]);
    expect(plain).toEqual(expect.arrayContaining(kept.map(({ officer }) => officer)));
    expect(kept).toHaveLength(2);
  });

  it('is found no second time', async () => {
    expect(countsOf(await scrub(false))).toEqual(all.map(() => 0));
  });
});

describe('an idempotency key as it was given', () => {
  const scrub = (isDryRun: boolean): Promise<Scrubbed[]> => scrubIdempotencyKeys({ client, isDryRun });

  it('becomes its hash, by which a repeated request still finds its answer', async () => {
    expect(countsOf(await scrub(true))).toEqual([2]);
    expect(countsOf(await scrub(false))).toEqual([2]);
    const kept = await rowsOf<{ key: string }>('SELECT key FROM intake.idempotency_key');
    expect(kept.map(({ key }) => key).sort()).toEqual([requestOf(`${named} lan 1`).key, requestOf('again').key].sort());
    expect(countsOf(await scrub(false))).toEqual([0]);
  });
});

describe('a message that a projection could not take', () => {
  const message = (data: object) => JSON.stringify({ source: 'urn:old', type: 't', data: { dossierId: first, ...data } });
  const park = (schema: string, offset: number, payload: string, status = 'parked') =>
    client.query(
      `INSERT INTO ${schema}.dlq_event (projection, cluster_id, topic_id, topic, partition, "offset", payload, headers, published_at, reason, step, status)
       VALUES ('p', 'c', 't', 'topic', 0, $1, $2, '{}', now(), 'r', 's', $3)`,
      [offset, Buffer.from(payload), status],
    );
  const payloads = async (schema: string): Promise<(string | undefined)[]> =>
    (await rowsOf<{ payload: Buffer | null }>(`SELECT payload FROM ${schema}.dlq_event ORDER BY "offset"`)).map(({ payload }) =>
      payload?.toString(),
    );
  const scrub = (isDryRun: boolean): Promise<Scrubbed[]> => scrubDeadLetters({ client, reasons, hashKey, isDryRun });

  const clean = message({ officer: 'cv-07', change: { reasonCode: 'other' } });

  it('is cleaned as the log is, and emptied where it cannot be read and nobody needs it', async () => {
    await park('sla', 1, message({ officer: named, change: { reasonCode: `${named} đi vắng`, newDue: 'x' } }));
    await park('sla', 2, clean);
    await park('sla', 3, `not JSON of ${named}`, 'dropped');
    await park('notification', 1, message({ officer: reference, reasonCode: named }), 'replayed');
    await park('notification', 2, 'not JSON');
    const expected = [
      { place: 'notification.dlq_event', rows: 1, left: 1 },
      { place: 'sla.dlq_event', rows: 2 },
    ];
    expect(await scrub(true)).toEqual(expected);
    expect(await leaks()).not.toEqual([]);
    expect(await scrub(false)).toEqual(expected);
    expect(await payloads('sla')).toEqual([
      message({ officer: reference, change: { reasonCode: 'other', newDue: 'x' } }),
      clean,
      undefined,
    ]);
    expect(await payloads('notification')).toEqual([message({ officer: reference, reasonCode: 'other' }), 'not JSON']);
    expect((await scrub(false)).map(({ rows }) => rows)).toEqual([0, 0]);
  });

  it('has a reason that quotes nothing of it', async () => {
    const reasonTexts = [
      `Unexpected token 'T', "${named}\n" is not valid JSON`,
      `type ${named} is no dossier event of version 1`,
      'data.endedAt is not a moment',
    ];
    for (const [index, reason] of reasonTexts.entries()) {
      await park('sla', 10 + index, clean);
      await client.query('UPDATE sla.dlq_event SET reason = $2, last_error = $2 WHERE "offset" = $1', [10 + index, reason]);
    }
    const expected = [
      { place: 'notification.dlq_event (reason)', rows: 0 },
      { place: 'sla.dlq_event (reason)', rows: 2 },
    ];
    expect(await scrubDeadLetterReasons({ client, isDryRun: true })).toEqual(expected);
    expect(await scrubDeadLetterReasons({ client, isDryRun: false })).toEqual(expected);
    const kept = await rowsOf<{ reason: string; last_error: string }>(
      'SELECT reason, last_error FROM sla.dlq_event WHERE "offset" >= 10 ORDER BY "offset"',
    );
    expect(kept.map(({ reason, last_error: error }) => [reason, error])).toEqual(
      ['not JSON', 'type is no dossier event of version 1', 'data.endedAt is not a moment'].map((words) => [words, words]),
    );
  });

  it('was the last place in which anybody stood', async () => {
    expect(await leaks()).toEqual([]);
  });
});
