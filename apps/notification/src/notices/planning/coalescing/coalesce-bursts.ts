import type { Queryable } from '@motcua/postgres';
import type { WrittenNotice } from '../write-notices.ts';
import { isCoalescible, keyOf, readGroups, WINDOW_MS, type GroupMember } from './group-key.ts';
import { beginCoalescing, joinCoalesced, type CoalesceOptions } from './write-coalesced.ts';

/** What is left to send, and how many notices were coalesced. */
export interface Coalesced {
  readonly written: readonly WrittenNotice[];
  readonly coalesced: number;
}

export interface BurstOptions extends CoalesceOptions {
  /** So many of a group are sent as one. */
  readonly burstSize: number;
}

/** A list longer than this begins a new one; templates take 5,000. */
const MAX_MEMBERS = 4_000;
/** A list that waits is joined even where it goes out somewhat later: others may have gone out just before it. */
const LONGEST_WAIT_MS = 10 * WINDOW_MS;

/**
 * Coalesces what was just written with what waits: from `burstSize` of a group on, and while a list of the last minute is there, all
 * that have not gone out become members of one notice that lists them. Members keep their rows and point at it: the proof stays.
 */
export async function coalesceBursts(
  database: Queryable,
  written: readonly WrittenNotice[],
  options: BurstOptions,
): Promise<Coalesced> {
  const groups = groupByKey(written);
  if (groups.length === 0) return { written, coalesced: 0 };
  const neighbours = await readGroups(database, written.filter(isCoalescible), options.now);
  const lists: WrittenNotice[] = [];
  const gone = new Set<string>();
  for (const group of groups) {
    const near = (neighbours.get(group.key) ?? []).filter(({ id }) => !gone.has(id));
    const outcome = await coalesceGroup(database, group, near, options);
    for (const id of outcome.members) gone.add(id);
    if (outcome.list !== undefined) lists.push(outcome.list);
  }
  return { written: [...written.filter(({ id }) => !gone.has(id)), ...lists], coalesced: gone.size };
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
  readonly list?: WrittenNotice;
}

async function coalesceGroup(
  database: Queryable,
  { first }: Group,
  neighbours: readonly GroupMember[],
  options: BurstOptions,
): Promise<Outcome> {
  const { sendAt } = first.draft;
  const waitOf = ({ send_at: at }: GroupMember): number => at.getTime() - sendAt;
  const alone = neighbours.filter((notice) => !notice.is_fold && Math.abs(waitOf(notice)) < WINDOW_MS);
  const lists = neighbours.filter((notice) => notice.is_fold && waitOf(notice) > -WINDOW_MS && waitOf(notice) < LONGEST_WAIT_MS);
  if (lists.length === 0 && alone.length < options.burstSize) return { members: [] };
  const members = alone.filter(({ is_waiting: isWaiting }) => isWaiting).map(({ id }) => id);
  if (members.length === 0) return { members };
  const open = lists.find(({ is_waiting: isWaiting, members: has }) => isWaiting && has + members.length <= MAX_MEMBERS);
  if (open !== undefined) {
    await joinCoalesced(database, open.id, members);
    return { members };
  }
  const last = lists.at(-1)?.send_at.getTime();
  const list = await beginCoalescing(database, first, members, {
    ...options,
    sendAt: last === undefined ? sendAt : Math.max(sendAt, last + WINDOW_MS),
  });
  return list === undefined ? { members: [] } : { members, list };
}
