import { z } from 'zod';
import { cloudEventAttributes } from '../event/cloud-event.ts';
import type { PublishedSchema } from '../event/define-event.ts';
import { topics, type TopicDefinition } from '../topics.ts';
import { publishedSchemas } from './published-schemas.ts';

const messageName = (type: string) => type.replaceAll('.', '-');

/** What a message looks like: one that was published, by the name of what is special about it. */
export interface MessageExample {
  readonly name: string;
  readonly payload: unknown;
}

/**
 * The AsyncAPI 3 document of every topic and message, generated from the schemas: it cannot say anything else than they do.
 *
 * @param examples by the type of a message
 */
export function toAsyncApi(examples: ReadonlyMap<string, readonly MessageExample[]>): Record<string, unknown> {
  const messages = publishedSchemas.filter((published) => published.topic !== null);
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Motcua events',
      version: '1.0.0',
      description:
        'CloudEvents 1.0, JSON structured mode, over Kafka; what is no event of a dossier may be plain JSON. Consumers ignore fields they do not know.',
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
    components: {
      schemas: Object.assign({}, ...messages.map(({ schema }) => toPayload(schema).definitions)) as object,
      messages: Object.fromEntries(
        messages.map((message) => [messageName(message.type), toMessage(message, examples.get(message.type) ?? [])]),
      ),
    },
  };
}

function toChannel(topic: (typeof topics)[keyof typeof topics], messages: readonly PublishedSchema[]) {
  return {
    address: topic.name,
    description: `Key: ${topic.key}. ${toKeptWords(topic)}`,
    bindings: { kafka: { partitions: topic.partitions, bindingVersion: '0.5.0' } },
    messages: Object.fromEntries(
      messages.map(({ type }) => [messageName(type), { $ref: `#/components/messages/${messageName(type)}` }]),
    ),
  };
}

function toKeptWords({ compact, keptForMs }: TopicDefinition): string {
  if (compact) return 'Compacted.';
  return keptForMs === undefined
    ? 'Kept for 7 days; the event table is the archive.'
    : `Kept for ${keptForMs / 60_000} minutes: it may be lost.`;
}

function toMessage({ type, schema }: PublishedSchema, examples: readonly MessageExample[]) {
  return {
    name: type,
    ...(schema.description === undefined ? {} : { summary: schema.description }),
    contentType: isCloudEvent(schema) ? 'application/cloudevents+json' : 'application/json',
    examples,
    payload: { schemaFormat: 'application/schema+json;version=draft-07', schema: toPayload(schema).payload },
  };
}

/** A reference is looked up in the whole document, which keeps what messages share in one place. */
function toPayload(schema: z.ZodType): { readonly payload: object; readonly definitions: object } {
  const text = JSON.stringify(toJsonSchema(schema)).replaceAll('"#/definitions/', '"#/components/schemas/');
  const { definitions = {}, ...payload } = JSON.parse(text) as { readonly definitions?: object };
  return { payload, definitions };
}

const isCloudEvent = (schema: z.ZodType): boolean =>
  schema instanceof z.ZodObject && Object.keys(cloudEventAttributes).every((attribute) => attribute in schema.shape);

/** JSON Schema (draft 7) of a published message, as it is committed and as AsyncAPI carries it. */
export function toJsonSchema(schema: z.ZodType): Record<string, unknown> {
  return z.toJSONSchema(schema, { target: 'draft-7', reused: 'inline', io: 'output' });
}
