import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createReasons } from '@motcua/dossier';
import { consumerOffsetTables, createKafkajsClient, type KafkaClientPort } from '@motcua/kafka';
import { ColumnCipher, reasonPlaces } from '@motcua/postgres';
import {
  connectTestDatabase,
  findInDatabase,
  getTestKafkaBrokers,
  uniqueName,
  type ConnectedTestDatabase,
} from '@motcua/testing';
import { randomBytes, randomUUID } from 'node:crypto';
import pg from 'pg';
import type { Scrubbed } from './scrub-batches.ts';
import { scrubReasons } from './scrub-reasons.ts';
import { scrubTopic } from './scrub-topics.ts';

/** As an earlier version left them; the columns that are cleaned and those by which their rows are found. */
const tables = `
CREATE SCHEMA intake; CREATE SCHEMA sla; CREATE SCHEMA notification;
CREATE TABLE intake.event (dossier_id uuid, version integer, source text, body text, PRIMARY KEY (dossier_id, version));
CREATE TABLE intake.reason (dossier_id uuid, version integer, key_id text, text bytea, PRIMARY KEY (dossier_id, version));
CREATE TABLE sla.verdict (dossier_id uuid PRIMARY KEY, judgement integer, reason_code text, reason_text text);
CREATE TABLE sla.verdict_reason (dossier_id uuid, judgement integer, key_id text, text bytea, PRIMARY KEY (dossier_id, judgement));
CREATE TABLE sla.event (position bigint GENERATED ALWAYS AS IDENTITY, xid xid8 DEFAULT pg_current_xact_id(), key text, body text);
CREATE TABLE sla.idempotency_key (actor text, key text, body text, PRIMARY KEY (actor, key));
CREATE TABLE notification.notice (id uuid PRIMARY KEY, event text, why text);
CREATE TABLE notification.delivery (id uuid PRIMARY KEY, event jsonb);
${consumerOffsetTables('sla')}`;

const written = 'Bà Bưởi 0987600321 đi vắng';
const overrides = 'Gọi bà Bưởi nhiều lần';
const [dossier, other] = [randomUUID(), randomUUID()];
const keys = (variable: string) => new ColumnCipher({ active: 'k1', keys: { k1: randomBytes(32) } }, variable);
const [intakeCipher, slaCipher] = [keys('APPLICANT_KEYS'), keys('REASON_KEYS')];
const always = { commands: [], asksText: false, validFrom: '1900-01-01', validTo: null };
const reasons = createReasons([
  { code: 'citizen-away', ...always, legacyCodes: [{ source: 'urn:old', code: 'VANG' }] },
  { code: 'other', ...always },
]);

let database: ConnectedTestDatabase;
let client: pg.Client;
beforeAll(async () => {
  database = await connectTestDatabase(tables);
  client = database.client;
  const event = (reasonCode: string): string => JSON.stringify({ data: { change: { reasonCode }, officer: 'cv-1' } });
  const judged = JSON.stringify({ data: { judgement: 3, reasonCode: written } });
  await client.query('INSERT INTO intake.event VALUES ($1, 1, $3, $4), ($1, 2, $3, $5), ($2, 1, $3, $6)', [
    ...[dossier, other, 'urn:old'],
    ...[event(written), event('VANG'), event('citizen-away')],
  ]);
  await client.query('INSERT INTO sla.verdict VALUES ($1, 3, $2, $3)', [dossier, written, overrides]);
  await client.query('INSERT INTO sla.event (key, body) VALUES ($1, $2)', [dossier, judged]);
  await client.query('INSERT INTO sla.idempotency_key VALUES ($1, $2, $3)', [
    'tp-1',
    'k',
    JSON.stringify({ reasonCode: written }),
  ]);
  await client.query("INSERT INTO notification.notice VALUES ($1, 'dossier.stopped', $2)", [dossier, written]);
  await client.query('INSERT INTO notification.delivery VALUES ($1, $2), ($3, $4)', [dossier, event(written), other, judged]);
});
afterAll(async () => {
  await database.drop();
});

const scrub = (isDryRun: boolean): Promise<Scrubbed[]> =>
  scrubReasons({ client, reasons, codes: ['citizen-away', 'other'], intakeCipher, slaCipher, isDryRun });
const countsOf = (scrubbed: readonly Scrubbed[]): number[] => scrubbed.map(({ rows }) => rows);
const leaks = (): Promise<string[]> => findInDatabase(database.url, ['Bưởi', '0987600321']);

describe('what an earlier version kept as a reason', () => {
  it('is counted, and stays as it is', async () => {
    expect(countsOf(await scrub(true))).toEqual([2, 1, 1, 1, 1, 1, 1]);
    expect(await leaks()).toHaveLength(13);
  });

  it('becomes a code wherever it lies, and what was written stays encrypted', async () => {
    expect(countsOf(await scrub(false))).toEqual([2, 1, 1, 1, 1, 1, 1]);
    expect(await leaks()).toEqual([]);
    const { rows } = await client.query<{ code: string }>(
      "SELECT body::jsonb #>> '{data,change,reasonCode}' AS code FROM intake.event ORDER BY dossier_id = $1 DESC, version",
      [dossier],
    );
    expect(rows.map(({ code }) => code)).toEqual(['other', 'citizen-away', 'citizen-away']);
    const [kept] = (await client.query<{ text: Buffer; version: number }>('SELECT * FROM intake.reason')).rows;
    expect(intakeCipher.decrypt(kept?.text ?? Buffer.of(), reasonPlaces.intake(dossier, 1), 'k1')).toBe(written);
    const [causeReason] = (await client.query<{ text: Buffer }>('SELECT * FROM sla.verdict_reason')).rows;
    expect(slaCipher.decrypt(causeReason?.text ?? Buffer.of(), reasonPlaces.sla(dossier, 3), 'k1')).toBe(
      `${overrides}\n${written}`,
    );
  });

  it('is found no second time', async () => {
    expect(countsOf(await scrub(false))).toEqual([0, 0, 0, 0, 0, 0, 0]);
  });
});

describe('what lies on a topic from before', () => {
  let kafka: KafkaClientPort;
  const topic = uniqueName('scrubbed');
  beforeAll(async () => {
    kafka = createKafkajsClient({ brokers: getTestKafkaBrokers().split(','), clientId: 'scrub-spec' });
    await kafka.admin.createTopics([{ name: topic, partitions: 1 }]);
    const producer = kafka.createProducer();
    await producer.send(
      topic,
      [1, 2, 3].map((n) => ({ key: 'k', value: String(n) })),
    );
    await producer.close();
  });
  afterAll(() => kafka.close());

  const readUpTo = async (offset: number): Promise<void> => {
    const topicId = (await kafka.admin.findTopicIds([topic])).get(topic);
    await client.query('DELETE FROM sla.consumer_offset');
    await client.query(
      "INSERT INTO sla.consumer_offset (projection, cluster_id, topic_id, partition, topic, next_offset, epoch, owner) VALUES ('sla', $1, $2, 0, $3, $4, 1, 'o')",
      [await kafka.admin.getClusterId(), topicId, topic, offset],
    );
  };
  const beginOf = async (): Promise<bigint | undefined> => (await kafka.admin.listOffsets(topic))[0]?.begin;

  it('is deleted as far as every projection has read it, the rest when they have', async () => {
    await readUpTo(2);
    const parts = { client, admin: kafka.admin };
    const some = { topic, records: 2, waiting: 1, waitingFor: ['sla/sla'] };
    expect(await scrubTopic({ ...parts, isDryRun: true }, topic)).toEqual(some);
    expect(await beginOf()).toBe(0n);
    expect(await scrubTopic({ ...parts, isDryRun: false }, topic)).toEqual(some);
    expect(await beginOf()).toBe(2n);
    await readUpTo(3);
    expect(await scrubTopic({ ...parts, isDryRun: false }, topic)).toEqual({ topic, records: 1, waiting: 0, waitingFor: [] });
    expect(await beginOf()).toBe(3n);
  });
});
