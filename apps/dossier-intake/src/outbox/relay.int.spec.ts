import type { EventLogPosition } from '@motcua/contracts';
import { createKafkajsClient, type ConsumerPort, type KafkaClientPort } from '@motcua/kafka';
import { readTopic } from '@motcua/kafka/testing';
import { createLogger } from '@motcua/observability';
import { createRelay, type Relay } from '@motcua/outbox';
import { uniqueName, waitFor } from '@motcua/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { legacy, toNdjson } from '../testing/legacy-events.ts';
import { startIntake, type RunningIntake } from '../testing/start-intake.ts';
import { relayName } from './event-log.ts';

let intake: RunningIntake;
let client: KafkaClientPort;
let reader: ConsumerPort;
/** Versions of each dossier in the order in which each was first seen in Kafka. */
const firstSeen = new Map<string, number[]>();

beforeAll(async () => {
  intake = await startIntake();
  client = createKafkajsClient({ brokers: intake.brokers, clientId: 'relay-spec' });
  reader = await readTopic(client, {
    groupId: uniqueName('relay-spec'),
    topic: intake.topics.dossierEvents,
    onMessages: (messages) => {
      for (const { key, value } of messages) if (key !== null) note(String(key), String(value));
    },
  });
}, 60_000);
afterAll(async () => {
  await reader.stop();
  await client.close();
  await intake.stop();
});

function note(key: string, value: string): void {
  const { data, subject } = JSON.parse(value) as { data: { dossierVersion: number }; subject: string };
  expect(subject).toBe(key);
  const versions = firstSeen.get(key) ?? [];
  if (!versions.includes(data.dossierVersion)) versions.push(data.dossierVersion);
  firstSeen.set(key, versions);
}

const post = (url: string, body: unknown, headers: Record<string, string> = {}) =>
  intake.call({ method: 'POST', url, body, headers });
const position = async (): Promise<EventLogPosition> =>
  (await intake.call({ url: '/v1/events/position' })).body as unknown as EventLogPosition;

/** A dossier that several writers change at the same time. */
async function writeLive(rounds: number): Promise<void> {
  const { body } = await post('/v1/dossiers', { unit: 'dong-xuan', procedure: '1.000689', channel: 'in-person' });
  const { dossierId } = body['dossier'] as unknown as { dossierId: string };
  for (let round = 0; round < rounds; round += 1) {
    await Promise.all(
      ['khai-xuan', 'dong-xuan', 'thanh-ba'].map((toUnit) => post(`/v1/dossiers/${dossierId}/transfer`, { toUnit })),
    );
  }
}

/** Batches of the same dossiers in opposite order, as two importers would send them. */
async function writeBatches(prefix: string): Promise<void> {
  const codes = Array.from({ length: 60 }, (_, index) => `${prefix}-${index}`);
  const day = (date: string, name: 'received' | 'supplement-requested' | 'processed') =>
    codes.map((code) => legacy(code, name, `${date}T10:00:00+07:00`));
  const headers = { 'content-type': 'application/x-ndjson' };
  await post('/v1/events', toNdjson(day('2022-03-01', 'received')), headers);
  await Promise.all([
    post('/v1/events', toNdjson(day('2022-03-02', 'supplement-requested')), headers),
    post('/v1/events', toNdjson(day('2022-03-03', 'processed').toReversed()), headers),
  ]);
}

/** A second instance's relay, ended without a word after a moment. */
function createTwin(): Relay {
  const producer = client.createProducer();
  return createRelay({
    url: intake.databaseUrl,
    schema: 'intake',
    name: relayName,
    table: 'intake.event',
    columns: ['dossier_id', 'body'],
    toRecord: ({ dossier_id, body }) => ({ key: String(dossier_id), value: String(body) }),
    topic: intake.topics.dossierEvents,
    producer,
    client,
    logger: createLogger('twin', { level: 'silent' }),
    standbyPollMs: 20,
  });
}

const killRelays = () =>
  intake.admin.query(
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND application_name LIKE 'relay %'",
  );

describe('the relay over the event table', () => {
  it('loses nothing and keeps each dossier’s versions in order while writers compete and relays are killed', async () => {
    const twin = createTwin();
    twin.start();
    const writers = [writeLive(12), writeLive(12), writeBatches('R'), writeBatches('S')];
    await waitFor(() => firstSeen.size > 0, { describe: 'the first event in Kafka' });
    await killRelays();
    await Promise.all(writers);
    await killRelays();
    await waitFor(async () => (await position()).published, { describe: 'the relay to reach the end' });
    const { rows } = await intake.admin.query<{ id: string; versions: number }>(
      'SELECT dossier_id AS id, max(version) AS versions FROM intake.event GROUP BY 1',
    );
    const expected = new Map(rows.map(({ id, versions }) => [id, Array.from({ length: versions }, (_, index) => index + 1)]));
    await waitFor(() => [...expected].every(([id, versions]) => firstSeen.get(id)?.length === versions.length), {
      describe: 'every event in Kafka',
    });
    expect(Object.fromEntries(firstSeen)).toEqual(Object.fromEntries(expected));
    await twin.stop();
  });

  it('tells how far the log goes and how far it is published', async () => {
    const { end, relay, published, state } = await position();
    expect(published).toBe(true);
    expect(BigInt(relay?.xid ?? 0) >= BigInt(end?.xid ?? 0)).toBe(true);
    expect(['active', 'standby', 'starting']).toContain(state);
  });
});
