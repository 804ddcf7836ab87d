import type { Pool } from 'pg';
import { findWaiting, type Waiting } from './find-waiting.ts';
import { fireTimers, type Fired } from './fire-timers.ts';
import { releaseSessions } from '../import-sessions/release-sessions.ts';
import { releaseHolds } from './release-holds.ts';
import { toRestUntilDue } from './rest-until-due.ts';

export interface TimerOptions {
  readonly pool: Pool;
  /** Told of each batch after its commit. */
  readonly onFired: (fired: Fired) => void;
  readonly onLooked?: (waiting: Waiting) => void;
}

/** Most clocks a batch: a tenth of a second's work, after which consumers get their turn. */
const BATCH = 5_000;

/** The timer's work, a turn at a time; any number of instances may run it. */
export class Timer {
  constructor(private readonly options: TimerOptions) {}

  /** Lets held clocks go, fires one batch where something is due; answers how long to rest. */
  async turn(): Promise<number> {
    const { pool, onFired, onLooked } = this.options;
    const released = (await releaseHolds(pool)) + (await releaseSessions(pool));
    const waiting = await findWaiting(pool);
    onLooked?.(waiting);
    if (waiting.lanes === 0) return released > 0 ? 0 : toRestUntilDue(waiting.nextMs);
    const fired = await fireTimers(pool, { batchSize: BATCH });
    if (fired.fired > 0) onFired(fired);
    // Due and not fired: its own partition has not been read so far, or another instance was quicker.
    return fired.fired > 0 ? 0 : toRestUntilDue(waiting.nextMs);
  }
}
