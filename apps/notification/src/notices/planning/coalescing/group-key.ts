import type { Queryable } from '@motcua/postgres';
import type { NoticeDraft } from '../notice-draft.ts';
import type { WrittenNotice } from '../write-notices.ts';

/** A group is the notices of one rule to one person; they are gathered where they would go out within this time. */
export const WINDOW_MS = 60_000;

export const keyOf = ({ rule, recipient }: { rule: string; recipient: string }): string => `${rule} ${recipient}`;

/**
 * Two batches that notify one person by one rule must see each other’s notices, or neither would see a burst. To be taken before
 * the notices are written; sorted, so that two never wait for each other.
 */
export async function lockGroups(database: Queryable, drafts: readonly NoticeDraft[]): Promise<void> {
  const keys = new Set(drafts.filter(isOfStaff).map(({ rule, recipient }) => keyOf({ rule, recipient: recipient.id })));
  if (keys.size === 0) return;
  await database.query(
    `SELECT pg_advisory_xact_lock(key) FROM (SELECT DISTINCT hashtextextended(k, 17) AS key FROM unnest($1::text[]) AS k ORDER BY 1) AS keys`,
    [[...keys]],
  );
}

const isOfStaff = ({ recipient, chains }: NoticeDraft): boolean => recipient.kind === 'staff' && chains.length > 0;
export const isCoalescible = ({ draft }: Pick<WrittenNotice, 'draft'>): boolean => isOfStaff(draft);

export interface GroupMember {
  readonly id: string;
  readonly rule: string;
  readonly recipient: string;
  readonly send_at: Date;
  readonly is_fold: boolean;
  /** Nothing of it was sent or is being sent. */
  readonly is_waiting: boolean;
  readonly members: number;
}

/**
 * The groups of notices that were just written, these included, by key. Locks the deliveries that wait, so that none of them
 * is sent while it is coalesced. What was just written has none yet, and waits.
 */
export async function readGroups(
  database: Queryable,
  written: readonly WrittenNotice[],
  now: number,
): Promise<ReadonlyMap<string, GroupMember[]>> {
  const fresh = new Set(written.map(({ id }) => id));
  const keys = new Map(
    written.map(({ draft: { rule, recipient } }) => [keyOf({ rule, recipient: recipient.id }), [rule, recipient.id]]),
  );
  const parameters = [
    [...keys.values()].map(([rule]) => rule),
    [...keys.values()].map(([, recipient]) => recipient),
    new Date(now - WINDOW_MS).toISOString(),
  ];
  const candidates = `
    SELECT notice.id FROM unnest($1::text[], $2::text[]) AS key(rule, recipient)
    JOIN notification.notice USING (rule, recipient)
    WHERE notice.folded_into IS NULL AND notice.send_at > $3`;
  await database.query(
    `SELECT FROM notification.delivery WHERE notice_id IN (${candidates}) AND state = 'pending' ORDER BY id FOR UPDATE`,
    parameters,
  );
  const rows = await database.query<GroupMember>(
    `SELECT id, rule, recipient, send_at, is_fold,
            (SELECT coalesce(bool_and(state = 'pending' AND attempts = 0), false) FROM notification.delivery WHERE notice_id = notice.id)
              AS is_waiting,
            CASE WHEN is_fold THEN jsonb_array_length(data -> 'dossiers') ELSE 0 END AS members
     FROM notification.notice WHERE id IN (${candidates}) ORDER BY send_at, position`,
    parameters,
  );
  const groups = new Map<string, GroupMember[]>();
  for (const row of rows) {
    const known = groups.get(keyOf(row)) ?? [];
    known.push(fresh.has(row.id) ? { ...row, is_waiting: true } : row);
    groups.set(keyOf(row), known);
  }
  return groups;
}
