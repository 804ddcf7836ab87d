import { afterAll, beforeAll, expect, it } from '@jest/globals';
import {
  ConsumerOffsetStore,
  createKafkajsClient,
  createPgTransactions,
  TopicIdentities,
  type KafkaClientPort,
} from '@motcua/kafka';
import { getTestKafkaBrokers, uniqueName } from '@motcua/testing';
import { PROJECTION } from '../following/dossier-event.ts';
import { createSlaDatabase, type SlaDatabase } from '../testing/sla-database.ts';
import { noteReading } from './note-reading.ts';

let sla: SlaDatabase;
let client: KafkaClientPort;
let topic: string;
beforeAll(async () => {
  sla = await createSlaDatabase();
  client = createKafkajsClient({ brokers: getTestKafkaBrokers().split(','), clientId: 'reading-spec' });
  topic = uniqueName('reading');
  await client.admin.createTopics([{ name: topic, partitions: 1 }]);
});
afterAll(async () => {
  await client.close();
  await sla.close();
});

/** Seconds since the log was known to be read; undefined: it never was. */
async function age(): Promise<number | undefined> {
  await noteReading(sla.pool, client, topic);
  const { rows } = await sla.pool.query<{ age: number; never: boolean }>(
    `SELECT extract(epoch FROM clock_timestamp() - current_at)::float8 AS age, current_at = '-infinity' AS never FROM sla.reading`,
  );
  return rows[0] === undefined || rows[0].never ? undefined : rows[0].age;
}

it('knows the log to be read up to the moment at which the end was noted that the consumer has reached', async () => {
  expect(await age()).toBeLessThan(2);
  const producer = client.createProducer();
  const write = () => producer.send(topic, [{ key: 'a', value: 'b' }]);
  const identities = await TopicIdentities.find(client.admin, [topic], { timeoutMs: 5_000, isCancelled: () => false });
  const offsets = new ConsumerOffsetStore('sla');
  const read = (to: bigint) =>
    createPgTransactions(sla.pool).run((transaction) =>
      offsets.overwrite(transaction, [{ identity: identities.toIdentity(PROJECTION, { topic, partition: 0 }), nextOffset: to }]),
    );
  await write();
  await sla.pool.query(
    `UPDATE sla.reading SET current_at = clock_timestamp() - interval '1 hour', noted_at = clock_timestamp() - interval '1 hour'`,
  );
  // Nothing has read the record: what was known stays as old as it was.
  expect(await age()).toBeGreaterThan(3_500);
  await noteReading(sla.pool, client, topic);
  const noted = async () =>
    (await sla.pool.query<{ at: Date }>('SELECT noted_at AS at FROM sla.reading')).rows[0]?.at.getTime() ?? 0;
  const notedAt = await noted();
  await write();
  await read(1n);
  // The end is two; the one noted before, one, is reached: known up to the moment at which it was noted.
  await noteReading(sla.pool, client, topic);
  const { rows } = await sla.pool.query<{ at: Date }>('SELECT current_at AS at FROM sla.reading');
  expect(rows[0]?.at.getTime()).toBe(notedAt);
  await read(2n);
  expect(await age()).toBeLessThan(2);
  await producer.close();
});
