import { inTransaction } from '@motcua/postgres';
import type { Pool } from 'pg';

/**
 * Puts the notice of a delivery into its reader's inbox, once. Numbers of one inbox are given out one after the other and become
 * visible in that order, so that whoever follows it by its last number misses none.
 *
 * @returns false where there is no such notice (any more)
 */
export function showNotice(pool: Pool, deliveryId: string): Promise<boolean> {
  return inTransaction(pool, async (transaction) => {
    const [notice] = await transaction.query<{ id: string }>(lockInbox, [deliveryId]);
    if (notice === undefined) return false;
    await transaction.execute(show, [notice.id]);
    return true;
  });
}

/** In a statement of its own: the next one then sees what whoever held the lock has committed. */
const lockInbox = `
SELECT notice.id, pg_advisory_xact_lock(hashtextextended('inbox ' || notice.recipient, 17))
FROM notification.delivery JOIN notification.notice ON notice.id = delivery.notice_id
WHERE delivery.id = $1`;

const show = `
UPDATE notification.notice SET shown_at = notification.clock_now(), shown_no = nextval('notification.inbox_no')
WHERE id = $1 AND shown_no IS NULL`;
