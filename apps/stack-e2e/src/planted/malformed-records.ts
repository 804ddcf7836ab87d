import { topics } from '@motcua/contracts';
import { createKafkajsClient } from '@motcua/kafka';
import { queryStack, readStackFile, type RunningStack } from '@motcua/testing/stack';
import { stranger } from './people.ts';

/** Topics of events, each read by somebody who parks what cannot be read. */
export const eventTopics = [topics.dossierEvents, topics.slaEvents, topics.digitizationEvents, topics.ratingEvents].map(
  ({ name }) => name,
);

/** Where a dead letter keeps the record as it was: for operators, who may drop it. */
export const deadLetterColumns = ['digitization', 'kpi', 'notification', 'sla'].flatMap((schema) =>
  ['headers', 'key', 'payload'].map((column) => `${schema}.dlq_event.${column}`),
);

/** Schemas that have a parked record. */
export async function listParking(stack: RunningStack): Promise<string[]> {
  const schemas = ['digitization', 'kpi', 'notification', 'sla'];
  const counts = await Promise.all(
    schemas.map((schema) => queryStack<{ count: number }>(stack, `SELECT count(*)::int AS count FROM ${schema}.dlq_event`)),
  );
  return schemas.filter((_schema, index) => (counts[index]?.[0]?.count ?? 0) > 0);
}

/** Writes what no service of ours writes: no JSON, an event without a form, and one whose fields are wrong. */
export async function sendMalformed({ home }: RunningStack): Promise<void> {
  const { brokers } = (await readStackFile(home)).kafka;
  const client = createKafkajsClient({ brokers: brokers.split(','), clientId: 'planted' });
  const producer = client.createProducer();
  const text = Object.values(stranger).join(', ');
  const event = { specversion: '1.0', id: text, source: text, subject: text, time: text, data: stranger };
  const values = [
    text,
    JSON.stringify({ ...event, type: text }),
    JSON.stringify({ ...event, type: 'vn.motcua.dossier.received.v1' }),
  ];
  for (const topic of eventTopics)
    await producer.send(
      topic,
      values.map((value) => ({ key: text, value, headers: { note: text } })),
    );
  await producer.close();
  await client.close();
}
