import { z } from 'zod';
import { LocalizedName } from '../instant.ts';

/** So many refused events are named in a receipt, the first by line; those beyond are counted. */
export const MAX_LISTED_REFUSALS = 1_000;

/**
 * `POST /v1/events` takes one CloudEvent (`application/cloudevents+json`), a JSON array of them
 * (`application/cloudevents-batch+json`) or one a line (`application/x-ndjson`). Lines count from 1; an array's first is line 1.
 * Answers 200 also when lines were refused: each says why, and nothing else is held up.
 */
export const EventsReceipt = z
  .object({
    accepted: z.number().int().describe('Events taken now.'),
    alreadyThere: z.number().int().describe('Events known before, by (source, id).'),
    refused: z
      .array(
        z.object({
          line: z.number().int().min(1).describe('Line number, from 1.'),
          id: z.string().nullable().describe('Event id where it could be read.'),
          code: z.string().describe('Stable code of the reason.'),
          message: z.string().describe('What is wrong and what to do (Vietnamese or English by Accept-Language).'),
          titles: LocalizedName.optional(),
        }),
      )
      .describe('Refused lines, the first 1,000.'),
    refusedCount: z
      .number()
      .int()
      .min(0)
      .optional()
      .describe('How many lines were refused, listed or not; absent: all are listed.'),
    dossiers: z.number().int().describe('Dossiers touched.'),
    position: z
      .object({ xid: z.string(), position: z.string() })
      .nullable()
      .describe('Place of the last accepted event in the log; null: nothing was accepted.'),
  })
  .describe('What became of each event.')
  .meta({ id: 'EventsReceipt' });
export type EventsReceipt = z.infer<typeof EventsReceipt>;

/** `GET /v1/events/position`: how far the event log goes, and how far it has been published. */
export const EventLogPosition = z
  .object({
    end: z.object({ xid: z.string(), position: z.string() }).nullable().describe('Place of the last event; null: there is none.'),
    relay: z
      .object({ xid: z.string(), position: z.string() })
      .nullable()
      .describe('Everything up to here is in Kafka; null: the relay never ran.'),
    published: z.boolean().describe('Whether the relay has reached the end.'),
    state: z.string().describe('What the relay of this instance does: starting, standby, active, halted or stopped.'),
  })
  .describe('Places in the event log, ordered by (xid, position).')
  .meta({ id: 'EventLogPosition' });
export type EventLogPosition = z.infer<typeof EventLogPosition>;
