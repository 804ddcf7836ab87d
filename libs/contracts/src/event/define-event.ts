import { z } from 'zod';
import { cloudEventAttributes } from './cloud-event.ts';
import { toEnvelope, type AttributeOrder, type Envelope, type EventOrigin } from './envelope.ts';

/** A message that is a promise to others: its type, the topic it travels on (none for HTTP), its schema. */
export interface PublishedSchema {
  readonly type: string;
  readonly topic: string | null;
  readonly schema: z.ZodType;
}

/** What stands in a definition of one event. */
interface Parts<Type extends string, Subject extends z.ZodType<string>, Data extends z.ZodType> {
  /** With its version, which it keeps for ever: another version is another definition. */
  readonly type: Type;
  readonly topic: string;
  readonly subject: Subject;
  readonly data: Data;
  readonly description: string;
  readonly order: AttributeOrder;
}

/** The schema of an event, envelope and all. */
export const toEventSchema = <Type extends string, Subject extends z.ZodType<string>, Data extends z.ZodType>({
  type,
  subject,
  data,
  description,
}: Pick<Parts<Type, Subject, Data>, 'type' | 'subject' | 'data' | 'description'>) =>
  z.object({ ...cloudEventAttributes, subject, type: z.literal(type).describe('Event type.'), data }).describe(description);

/** An event from both ends: what its producer makes, what its consumers may rely on, and the schema that both keep. */
export function defineEvent<Type extends string, Subject extends z.ZodType<string>, Data extends z.ZodType>(
  parts: Parts<Type, Subject, Data>,
) {
  const { type, topic, order } = parts;
  return {
    type,
    topic,
    schema: toEventSchema(parts),
    /** As it goes out; the producer is strict by its type. */
    create: (subject: string, origin: EventOrigin, data: z.infer<Data>): Envelope<Type, z.infer<Data>> =>
      toEnvelope(order, type, subject, origin, data),
  };
}
