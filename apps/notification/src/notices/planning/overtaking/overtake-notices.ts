import { toColumns, type Queryable } from '@motcua/postgres';
import type { NotifiableEvent } from '../../events/notifiable-event.ts';
import { findOvertaken } from './overtakings.ts';

/** SQL: what becomes of a delivery that is untrue. One that is being sent ends with its attempt; what arrived has arrived. */
export const setOvertaken = `
state      = CASE WHEN unsent.state = 'pending' THEN 'overtaken' ELSE unsent.state END,
retry_at   = CASE WHEN unsent.state = 'pending' THEN NULL ELSE unsent.retry_at END,
updated_at = CASE WHEN unsent.state = 'pending' THEN notification.clock_now() ELSE unsent.updated_at END`;

/** SQL: whether a delivery may still be sent, now or ever. Whoever subscribed to events gets each of them. */
export const isUnsent = `unsent.recipient_kind <> 'webhook' AND unsent.state <> 'delivered' AND unsent.overtaken_by IS NULL`;

/**
 * Of events read again, only what was planned before them is earlier; of events of one batch, what stands before them in it. The rows of
 * notices that a batch made are there already.
 */
const overtake = `
WITH overtaking AS (
  SELECT * FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::integer[])
    AS t(dossier_id, event, subject, by_event, by_id, place)
), batch AS (
  SELECT event_id, min(place) AS place FROM unnest($7::text[]) WITH ORDINALITY AS t(event_id, place) GROUP BY event_id
), untrue AS (
  SELECT DISTINCT ON (notice.id) notice.id, by_event, by_id
  FROM overtaking JOIN notification.notice ON notice.dossier_id = overtaking.dossier_id AND notice.event = overtaking.event
  LEFT JOIN batch ON batch.event_id = notice.event_id
  WHERE (subject IS NULL OR split_part(notice.why, '/', 1) = subject)
    AND (batch.place IS NULL OR batch.place < overtaking.place)
    AND NOT EXISTS (SELECT FROM notification.notice AS own
                    WHERE own.dossier_id = notice.dossier_id AND own.event_id = by_id AND own.position <= notice.position)
  ORDER BY notice.id, overtaking.place
)
UPDATE notification.delivery AS unsent
SET overtaken_by = by_event, overtaken_id = by_id, ${setOvertaken}
FROM untrue
WHERE unsent.notice_id = untrue.id AND ${isUnsent}
RETURNING unsent.state`;

/**
 * Ends what is still to be sent of notices that these events made untrue. To be called when the notices of the events are written, with the
 * events in their order.
 *
 * @returns how many will not be sent
 */
export async function overtakeNotices(database: Queryable, events: readonly NotifiableEvent[]): Promise<number> {
  const rows = events.flatMap((event, index) => toOvertakings(event, index + 1));
  if (rows.length === 0) return 0;
  const ended = await database.query<{ state: string }>(overtake, [
    ...toColumns(rows, ['dossierId', 'event', 'subject', 'byEvent', 'byId', 'place']),
    events.map(({ id }) => id),
  ]);
  return ended.filter(({ state }) => state === 'overtaken').length;
}

function toOvertakings(event: NotifiableEvent, place: number) {
  const { dossier, name: byEvent, id: byId, applicantSkip } = event;
  // What was taken back made nothing untrue.
  if (dossier === null || applicantSkip === 'taken-back') return [];
  return findOvertaken(event).map((overtaken) => ({ ...overtaken, dossierId: dossier.id, byEvent, byId, place }));
}
