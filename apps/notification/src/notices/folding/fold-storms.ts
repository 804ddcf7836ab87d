import type { Queryable } from '@motcua/postgres';
import type { WrittenNotice } from '../write-notices.ts';
import { isFoldable, keyOf, readAlike, WINDOW_MS, type Alike } from './alike.ts';
import { beginFold, joinFold, type FoldOptions } from './write-fold.ts';

/** What is left to send, and how many notices were folded. */
export interface Folded {
  readonly written: readonly WrittenNotice[];
  readonly folded: number;
}

export interface StormOptions extends FoldOptions {
  /** So many alike are told as one. */
  readonly stormSize: number;
}

/** A list longer than this begins a new one; templates take 5,000. */
const MAX_MEMBERS = 4_000;
/** A fold that waits is joined even where it goes out somewhat later: others may have gone out just before it. */
const LONGEST_WAIT_MS = 10 * WINDOW_MS;

/**
 * Folds what was just written together with what waits: from `stormSize` alike on, and while a fold of the last minute is there, all
 * that have not gone out become members of one notice that lists them. Members keep their rows and point at it: the proof stays.
 */
export async function foldStorms(database: Queryable, written: readonly WrittenNotice[], options: StormOptions): Promise<Folded> {
  const groups = groupAlike(written);
  if (groups.length === 0) return { written, folded: 0 };
  const neighbours = await readAlike(database, written.filter(isFoldable), options.now);
  const folds: WrittenNotice[] = [];
  const gone = new Set<string>();
  for (const group of groups) {
    const near = (neighbours.get(group.key) ?? []).filter(({ id }) => !gone.has(id));
    const outcome = await foldGroup(database, group, near, options);
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
function groupAlike(written: readonly WrittenNotice[]): readonly Group[] {
  const groups = new Map<string, Group[]>();
  for (const notice of written.filter(isFoldable)) {
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

async function foldGroup(
  database: Queryable,
  { first }: Group,
  neighbours: readonly Alike[],
  options: StormOptions,
): Promise<Outcome> {
  const { sendAt } = first.draft;
  const waitOf = ({ send_at: at }: Alike): number => at.getTime() - sendAt;
  const alone = neighbours.filter((notice) => !notice.is_fold && Math.abs(waitOf(notice)) < WINDOW_MS);
  const folds = neighbours.filter((notice) => notice.is_fold && waitOf(notice) > -WINDOW_MS && waitOf(notice) < LONGEST_WAIT_MS);
  if (folds.length === 0 && alone.length < options.stormSize) return { members: [] };
  const members = alone.filter(({ is_waiting: isWaiting }) => isWaiting).map(({ id }) => id);
  if (members.length === 0) return { members };
  const open = folds.find(({ is_waiting: isWaiting, members: has }) => isWaiting && has + members.length <= MAX_MEMBERS);
  if (open !== undefined) {
    await joinFold(database, open.id, members);
    return { members };
  }
  const last = folds.at(-1)?.send_at.getTime();
  const fold = await beginFold(database, first, members, {
    ...options,
    sendAt: last === undefined ? sendAt : Math.max(sendAt, last + WINDOW_MS),
  });
  return fold === undefined ? { members: [] } : { members, fold };
}
