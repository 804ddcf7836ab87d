import type { Queryable } from '@motcua/postgres';
import { isUnsent, setOvertaken } from './overtaking/overtake-notices.ts';

/** An event that takes another one back. */
export interface TakingBack {
  readonly id: string;
  readonly takesBack: string;
}

/** What was tried may have gone out though nobody said so, unless nobody could say where to. */
const findTold = `
SELECT DISTINCT notice.event_id AS id FROM notification.notice JOIN notification.delivery ON delivery.notice_id = notice.id
WHERE notice.event_id = ANY ($1::text[]) AND delivery.recipient_kind = 'applicant'
  AND (delivery.state IN ('sending', 'accepted', 'delivered') OR EXISTS (
    SELECT FROM notification.delivery_attempt AS attempt WHERE attempt.delivery_id = delivery.id
      AND (attempt.outcome IN ('accepted', 'delivered') OR (attempt.outcome = 'retry' AND attempt.reason <> 'contact-unavailable'))))`;

/** Of these nobody needs to hear any more. Whoever subscribed to the event hears of it all the same, and then of what took it back. */
const withdraw = `
UPDATE notification.delivery AS unsent
SET overtaken_by = 'dossier.reverted', overtaken_id = taking.id, ${setOvertaken}
FROM unnest($1::text[], $2::text[]) AS taking(taken_back, id) JOIN notification.notice ON notice.event_id = taken_back
WHERE unsent.notice_id = notice.id AND ${isUnsent}`;

/** What an event had made untrue is true again when the event never was. */
const restore = `
UPDATE notification.delivery
SET overtaken_by = NULL, overtaken_id = NULL, state = CASE state WHEN 'overtaken' THEN 'pending' ELSE state END,
    updated_at = CASE state WHEN 'overtaken' THEN notification.clock_now() ELSE updated_at END
WHERE overtaken_id = ANY ($1::text[])`;

/**
 * Takes back what is still to be sent about events that were taken back, and sends again what only they had made untrue. The notices stay,
 * with their deliveries as overtaken: the proof that there was one to send.
 *
 * @returns the events of which an applicant may have been notified
 */
export async function withdrawNotices(database: Queryable, takings: readonly TakingBack[]): Promise<ReadonlySet<string>> {
  if (takings.length === 0) return new Set();
  const takenBack = takings.map(({ takesBack }) => takesBack);
  const told = await database.query<{ id: string }>(findTold, [takenBack]);
  await database.query(withdraw, [takenBack, takings.map(({ id }) => id)]);
  await database.query(restore, [takenBack]);
  return new Set(told.map(({ id }) => id));
}
