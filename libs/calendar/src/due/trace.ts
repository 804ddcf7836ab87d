import type { Count } from './count-limit.ts';
import type { PreparedExtension, PreparedPause } from './prepare-pauses.ts';

export type PauseOutcome = 'before-start' | 'after-due' | 'open' | 'credited' | 'restarted';

/** Listens to a count while it is made. The count is the one being changed: read it at once, never keep it. */
export interface Trace {
  /** Rules 1 to 5 were applied from `from`. */
  counted(from: number, count: Count, because: 'receipt' | 'restart' | 'same-day-pause'): void;
  /** A pause was weighed, clipped to begin at `clippedFrom`; `before` is the due it met, `count.due` the due it leaves. */
  paused(pause: PreparedPause, outcome: PauseOutcome, clippedFrom: number, before: number, count: Count): void;
  extended(extension: PreparedExtension, before: number, count: Count): void;
}
