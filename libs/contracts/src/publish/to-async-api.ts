import { z } from 'zod';
import type { PublishedSchema } from '../event/define-event.ts';
import { topics } from '../topics.ts';
import { publishedSchemas } from './published-schemas.ts';

const messageName = (type: string) => type.replaceAll('.', '-');

/** The AsyncAPI 3 document of every topic and message, generated from the schemas: it cannot say anything else than they do. */
export function toAsyncApi(): Record<string, unknown> {
  const messages = publishedSchemas.filter((published) => published.topic !== null);
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Motcua events',
      version: '1.0.0',
      description: 'CloudEvents 1.0, JSON structured mode, over Kafka. Consumers ignore fields they do not know.',
      license: { name: 'Apache-2.0' },
    },
    defaultContentType: 'application/cloudevents+json',
    channels: Object.fromEntries(
      Object.values(topics)
        .map((topic) => ({ topic, messages: messages.filter((message) => message.topic === topic.name) }))
        .filter(({ messages: carried }) => carried.length > 0)
        .map(({ topic, messages: carried }) => [topic.name, toChannel(topic, carried)]),
    ),
    operations: Object.fromEntries(
      [...new Set(messages.map((message) => message.topic as string))].map((topic) => [
        `publish ${topic}`,
        { action: 'send', channel: { $ref: `#/channels/${topic}` } },
      ]),
    ),
    components: { messages: Object.fromEntries(messages.map((message) => [messageName(message.type), toMessage(message)])) },
  };
}

function toChannel(topic: (typeof topics)[keyof typeof topics], messages: readonly PublishedSchema[]) {
  return {
    address: topic.name,
    description: `Key: ${topic.key}. ${topic.compact ? 'Compacted.' : 'Kept for 7 days; the event table is the archive.'}`,
    bindings: { kafka: { partitions: topic.partitions, bindingVersion: '0.5.0' } },
    messages: Object.fromEntries(
      messages.map(({ type }) => [messageName(type), { $ref: `#/components/messages/${messageName(type)}` }]),
    ),
  };
}

function toMessage({ type, schema }: PublishedSchema) {
  return {
    name: type,
    contentType: 'application/cloudevents+json',
    payload: { schemaFormat: 'application/schema+json;version=draft-07', schema: toJsonSchema(schema) },
  };
}

/** JSON Schema (draft 7) of a published message, as it is committed and as AsyncAPI carries it. */
export function toJsonSchema(schema: z.ZodType): Record<string, unknown> {
  return z.toJSONSchema(schema, { target: 'draft-7', reused: 'inline', io: 'output' });
}
