import type { Queryable } from '@motcua/postgres';

/** Nothing of them has gone out. Whoever subscribed to the event hears of it all the same, and then of what took it back. */
const withdraw = `
DELETE FROM notification.delivery AS unsent USING notification.notice
WHERE notice.event_id = ANY ($1::text[]) AND unsent.notice_id = notice.id
  AND unsent.recipient_kind <> 'webhook' AND unsent.state = 'pending' AND unsent.attempts = 0`;

/** What was tried may have gone out though nobody said so, unless nobody could say where to. */
const findTold = `
SELECT DISTINCT notice.event_id AS id FROM notification.notice JOIN notification.delivery ON delivery.notice_id = notice.id
WHERE notice.event_id = ANY ($1::text[]) AND delivery.recipient_kind = 'applicant'
  AND (delivery.state IN ('sending', 'accepted', 'delivered') OR EXISTS (
    SELECT FROM notification.delivery_attempt AS attempt WHERE attempt.delivery_id = delivery.id
      AND (attempt.outcome IN ('accepted', 'delivered') OR (attempt.outcome = 'retry' AND attempt.reason <> 'contact-unavailable'))))`;

/** Of these no applicant needs to hear any more, even where it was tried before. */
const giveUp = `
UPDATE notification.delivery AS tried
SET state = 'expired', reason = 'taken-back', retry_at = NULL, updated_at = notification.clock_now()
FROM notification.notice
WHERE notice.event_id = ANY ($1::text[]) AND tried.notice_id = notice.id
  AND tried.recipient_kind <> 'webhook' AND tried.state = 'pending'`;

/**
 * Takes back what is still to be sent about events that were taken back. The notices stay, without a delivery: the proof that there was
 * one to send.
 *
 * @returns the events of which an applicant may have been notified
 */
export async function withdrawNotices(database: Queryable, eventIds: readonly string[]): Promise<ReadonlySet<string>> {
  if (eventIds.length === 0) return new Set();
  await database.query(withdraw, [eventIds]);
  const told = await database.query<{ id: string }>(findTold, [eventIds]);
  await database.query(giveUp, [eventIds]);
  return new Set(told.map(({ id }) => id));
}
