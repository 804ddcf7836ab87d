import { inTransaction } from '@motcua/postgres';
import type { Pool } from 'pg';
import { fireStatement } from './fire-statement.ts';
import { lockToFire } from './order-locks.ts';

/** What a turn of the timer did. */
export interface Fired {
  readonly fired: number;
  /** Lower rungs that other alerts stand in for. */
  readonly folded: number;
  /** Of the fired, those past their due moment. */
  readonly breached: number;
  /** Of each, seconds from its rung's moment until it fired. */
  readonly lags: readonly number[];
}

export interface FireOptions {
  /** Clocks at most. */
  readonly batchSize: number;
  /** Nothing fires in a partition whose log was last known to be read so long ago, or longer. */
  readonly readingMaxAgeMs: number;
}

const nothing: Fired = { fired: 0, folded: 0, breached: 0, lags: [] };

/** Fires one bounded batch. */
export function fireTimers(pool: Pool, { batchSize, readingMaxAgeMs }: FireOptions): Promise<Fired> {
  return inTransaction(pool, async (transaction) => {
    await transaction.query(lockToFire);
    // The clock may be another since the connection planned the statement (tests shift it), so it is not prepared by name.
    const [fired] = await transaction.query<Fired & Record<string, unknown>>(fireStatement.text, [
      batchSize,
      `${String(readingMaxAgeMs)} milliseconds`,
    ]);
    return fired ?? nothing;
  });
}
