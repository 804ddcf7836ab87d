import { toText, type Explanation, type OverdueContext } from './overdue-context.ts';

/** Ended in time, and learnt of when it was shown overdue already. */
export function findSyncLag({ endedAt, endRecordedAt, lateFrom, due }: OverdueContext): Explanation | undefined {
  if (endedAt === null || endRecordedAt === null || endedAt >= lateFrom || endRecordedAt < lateFrom) return undefined;
  return { due: toText(due), endedAt: toText(endedAt), recordedAt: toText(endRecordedAt) };
}
