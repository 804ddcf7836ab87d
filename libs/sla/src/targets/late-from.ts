import type { Instant } from '../vocabulary.ts';

/** The first instant that is late for a due minute of ours: 10:00:30 is in time for 10:00. */
export const lateFromMinute = (due: Instant): Instant => due + 60_000;
