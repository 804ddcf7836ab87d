import type { Queryable } from '@motcua/postgres';
import type { WrittenNotice } from '../write-notices.ts';
import { isCoalescible, keyOf, readGroupKey, WINDOW_MS, type GroupKey } from './group-key.ts';
import { beginCoalescing, joinCoalesced, type CoalesceOptions } from './write-coalesced.ts';

/** What is left to send, and how many notices were folded. */
export interface Coalesced {
  readonly written: readonly WrittenNotice[];
  readonly folded: number;
}

export interface BurstOptions extends CoalesceOptions {
  /** So many alike are told as one. */
  readonly burstSize: number;
}

/** A list longer than this begins a new one; templates take 5,000. */
const MAX_MEMBERS = 4_000;
/** A fold that waits is joined even where it goes out somewhat later: others may have gone out just before it. */
const LONGEST_WAIT_MS = 10 * WINDOW_MS;

/**
 * Folds what was just written together with what waits: from `burstSize` alike on, and while a fold of the last minute is there, all
 * that have not gone out become members of one notice that lists them. Members keep their rows and point at it: the proof stays.
 */
export async function coalesceBursts(
  database: Queryable,
  written: readonly WrittenNotice[],
  options: BurstOptions,
): Promise<Coalesced> {
  const groups = groupByKey(written);
  if (groups.length === 0) return { written, folded: 0 };
  const neighbours = await readGroupKey(database, written.filter(isCoalescible), options.now);
  const folds: WrittenNotice[] = [];
  const gone = new Set<string>();
  for (const group of groups) {
    const near = (neighbours.get(group.key) ?? []).filter(({ id }) => !gone.has(id));
    const outcome = await coalesceGroup(database, group, near, options);
    for (const id of outcome.members) gone.add(id);
    if (outcome.fold !== undefined) folds.push(outcome.fold);
  }
  return { written: [...written.filter(({ id }) => !gone.has(id)), ...folds], folded: gone.size };
}

interface Group {
  readonly key: string;
  /** Stands for all: they go out within a minute of it. */
  readonly first: WrittenNotice;
}

/** One for each rule, person and minute: of one rule, what is urgent goes out now and the rest perhaps tomorrow. */
function groupByKey(written: readonly WrittenNotice[]): readonly Group[] {
  const groups = new Map<string, Group[]>();
  for (const notice of written.filter(isCoalescible)) {
    const key = keyOf({ rule: notice.draft.rule, recipient: notice.draft.recipient.id });
    const known = groups.get(key) ?? [];
    const isIn = known.some(({ first }) => Math.abs(first.draft.sendAt - notice.draft.sendAt) < WINDOW_MS);
    if (!isIn) groups.set(key, [...known, { key, first: notice }]);
  }
  return [...groups.values()].flat();
}

interface Outcome {
  readonly members: readonly string[];
  readonly fold?: WrittenNotice;
}

async function coalesceGroup(
  database: Queryable,
  { first }: Group,
  neighbours: readonly GroupKey[],
  options: BurstOptions,
): Promise<Outcome> {
  const { sendAt } = first.draft;
  const waitOf = ({ send_at: at }: GroupKey): number => at.getTime() - sendAt;
  const alone = neighbours.filter((notice) => !notice.is_fold && Math.abs(waitOf(notice)) < WINDOW_MS);
  const folds = neighbours.filter((notice) => notice.is_fold && waitOf(notice) > -WINDOW_MS && waitOf(notice) < LONGEST_WAIT_MS);
  if (folds.length === 0 && alone.length < options.burstSize) return { members: [] };
  const members = alone.filter(({ is_waiting: isWaiting }) => isWaiting).map(({ id }) => id);
  if (members.length === 0) return { members };
  const open = folds.find(({ is_waiting: isWaiting, members: has }) => isWaiting && has + members.length <= MAX_MEMBERS);
  if (open !== undefined) {
    await joinCoalesced(database, open.id, members);
    return { members };
  }
  const last = folds.at(-1)?.send_at.getTime();
  const fold = await beginCoalescing(database, first, members, {
    ...options,
    sendAt: last === undefined ? sendAt : Math.max(sendAt, last + WINDOW_MS),
  });
  return fold === undefined ? { members: [] } : { members, fold };
}
