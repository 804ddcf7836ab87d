import { z } from 'zod';
import { cloudEventAttributes } from '../event/cloud-event.ts';
import { toHeadWithoutSubject, type EventOrigin } from '../event/envelope.ts';
import { readBody, type Reading } from '../event/read-event.ts';
import { IsoInstant } from '../instant.ts';
import { SessionEnd } from './vocabulary.ts';

export const logProgressType = 'vn.motcua.log.progress.v1';

/**
 * A control record: it says how far the log goes, of no dossier. Each partition gets its own, without a key and with the header
 * `motcua-control`, by which whoever does not need it passes over it unread.
 */
export const LogProgressEvent = z
  .object({
    ...cloudEventAttributes,
    type: z.literal(logProgressType).describe('Record type.'),
    data: z
      .object({
        partition: z.number().int().min(0).describe('The partition it speaks of, which is the one it lies in.'),
        recordedUpTo: IsoInstant.nullable().describe(
          'Every event committed before this moment (the database’s clock) lies before this record in its partition; null: not known yet.',
        ),
        lastOffset: z
          .string()
          .regex(/^\d{1,19}$/)
          .nullable()
          .optional()
          .describe(
            'An offset of this partition that was given out before this record; null or absent: none is known. A record that does not lie beyond it lies in a log that lost its end, and says nothing.',
          ),
        nextWithinSeconds: z
          .number()
          .min(0)
          .describe('The next one follows within this time while the relay works, also when nothing happens.'),
        sessionsEnded: z
          .array(
            z.object({
              session: z.uuid().describe('Id of the import session.'),
              endedBy: SessionEnd,
              endedAt: IsoInstant.describe('When it ended.'),
            }),
          )
          .describe('Import sessions that have ended: every event of theirs lies before this record in its partition.'),
      })
      .describe('How far the log goes.'),
  })
  .describe('How far a partition of the log goes, and which import sessions are over in it.');
export type LogProgressEvent = z.infer<typeof LogProgressEvent>;
/** How far the dossier log goes, as it says itself. */
export type LogProgress = LogProgressEvent['data'];
export const isLogProgress = (item: object): item is LogProgress => 'sessionsEnded' in item;

export const createLogProgress = (origin: EventOrigin, data: LogProgress): LogProgressEvent => ({
  ...toHeadWithoutSubject(logProgressType, origin),
  data,
});

/**
 * A control record of the log; one of another kind came later than this code. One that is the first to come into a log that lost its end says
 * what was true of the end that is gone: the relay learns of the loss by the answer to it, and publishes again.
 *
 * @param message its value, and where in its partition it lies
 */
export function readLogProgress({
  value,
  offset,
}: {
  readonly value: Buffer | null;
  readonly offset: bigint;
}): Reading<LogProgress> {
  const body = readBody(value);
  if (body.kind !== 'ok') return body;
  const parsed = LogProgressEvent.safeParse(body.value);
  if (!parsed.success) return { kind: 'skip', reason: 'unknown control record' };
  const { data } = parsed.data;
  const { lastOffset } = data;
  const isLost = typeof lastOffset === 'string' && offset <= BigInt(lastOffset);
  return isLost ? { kind: 'skip', reason: 'control record of a log that lost its end' } : { kind: 'ok', value: data };
}
