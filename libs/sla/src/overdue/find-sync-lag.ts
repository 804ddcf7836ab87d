import { toText, type Explanation, type OverdueFacts } from './overdue-facts.ts';

/** Ended in time, and learnt of when it was shown overdue already. */
export function findSyncLag({ endedAt, endRecordedAt, lateFrom, due }: OverdueFacts): Explanation | undefined {
  if (endedAt === null || endRecordedAt === null || endedAt >= lateFrom || endRecordedAt < lateFrom) return undefined;
  return { due: toText(due), endedAt: toText(endedAt), recordedAt: toText(endRecordedAt) };
}
