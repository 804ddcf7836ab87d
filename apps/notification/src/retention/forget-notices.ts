import type { Transaction } from '@motcua/postgres';
import type { RetentionBatch } from '@motcua/service';
import { moveForgottenBefore } from './forgotten-before.ts';

const nothing = { notice: 0, delivery: 0, delivery_attempt: 0, delivery_callback: 0 };

/**
 * Deletes, of the next so many notices by age, those whose term is over and that nobody needs any more, with everything that belongs to
 * them. A notice is needed while its dossier is open, while a delivery of it is under way, and while it is the list that another one
 * shows as its proof.
 */
export async function forgetNotices(
  transaction: Transaction,
  { days, after, limit }: { readonly days: number; readonly after: string | null; readonly limit: number },
): Promise<RetentionBatch> {
  const before = await moveForgottenBefore(transaction, days);
  const old = await transaction.query<{ id: string; position: string; is_over: boolean }>(findOld, [after ?? '0', before, limit]);
  const last = old.findLast(({ is_over: isOver }) => isOver);
  if (last === undefined) return { next: null, deleted: { delivery_callback: await forgetCallbacks(transaction, before) } };
  const ids = old.flatMap(({ id, is_over: isOver }) => (isOver ? [id] : []));
  // In a statement of its own: whoever tries a dead delivery again has committed by now, or waits and then finds none.
  await transaction.query(lockDeliveries, [ids]);
  const rows = await transaction.query<{ id: string }>(findForgettable, [ids]);
  const forgettable = rows.map(({ id }) => id);
  return { next: last.position, deleted: await deleteNotices(transaction, forgettable) };
}

async function deleteNotices(transaction: Transaction, ids: readonly string[]): Promise<RetentionBatch['deleted']> {
  if (ids.length === 0) return nothing;
  const deleteWith = (table: string): Promise<number> =>
    transaction.execute(
      `DELETE FROM notification.${table} AS part USING notification.delivery WHERE part.delivery_id = delivery.id AND delivery.notice_id = ANY ($1::uuid[])`,
      [ids],
    );
  const callbacks = await deleteWith('delivery_callback');
  const attempts = await deleteWith('delivery_attempt');
  const deliveries = await transaction.execute('DELETE FROM notification.delivery WHERE notice_id = ANY ($1::uuid[])', [ids]);
  await transaction.execute('DELETE FROM notification.digest WHERE notice_id = ANY ($1::uuid[])', [ids]);
  const notices = await transaction.execute('DELETE FROM notification.notice WHERE id = ANY ($1::uuid[])', [ids]);
  return { notice: notices, delivery: deliveries, delivery_attempt: attempts, delivery_callback: callbacks };
}

/** What a provider said about a message that nobody here has sent. */
const forgetCallbacks = (transaction: Transaction, before: Date): Promise<number> =>
  transaction.execute(
    `DELETE FROM notification.delivery_callback WHERE ctid = ANY (ARRAY (
       SELECT ctid FROM notification.delivery_callback WHERE delivery_id IS NULL AND at < $1 LIMIT 1000))`,
    [before],
  );

/** Positions grow with time but for what is written side by side, so what is younger may stand between. */
const findOld = `
SELECT id, position, created_at < $2 AS is_over FROM notification.notice WHERE position > $1::bigint ORDER BY position LIMIT $3`;

const lockDeliveries = `
SELECT FROM notification.delivery WHERE notice_id = ANY ($1::uuid[]) ORDER BY id FOR UPDATE`;

const findForgettable = `
SELECT id FROM notification.notice WHERE id = ANY ($1::uuid[])
  AND NOT EXISTS (SELECT FROM notification.dossier WHERE dossier.dossier_id = notice.dossier_id AND dossier.is_open)
  AND NOT EXISTS (SELECT FROM notification.delivery WHERE delivery.notice_id = notice.id AND delivery.state IN ('pending', 'sending'))
  AND NOT EXISTS (SELECT FROM notification.notice AS member WHERE member.folded_into = notice.id)`;
