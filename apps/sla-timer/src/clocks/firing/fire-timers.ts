import { inTransaction } from '@motcua/postgres';
import type { Pool } from 'pg';
import { fireStatement } from './fire-statement.ts';
import { lockToFire } from '../../outbox/order-locks.ts';

/** What a turn of the timer did. */
export interface Fired {
  readonly fired: number;
  /** Lower escalation steps that other alerts stand in for. */
  readonly folded: number;
  /** Of the fired, those past their due moment. */
  readonly breached: number;
  /** Of the fired, those that lie in a history that was loaded. */
  readonly imported: number;
  /** Of each other, seconds from when it could fire (its escalation step's moment, or when it was let go) until it did. */
  readonly lags: readonly number[];
}

export interface FireOptions {
  /** Clocks at most. */
  readonly batchSize: number;
}

const nothing: Fired = { fired: 0, folded: 0, breached: 0, imported: 0, lags: [] };

/** Fires one bounded batch. */
export function fireTimers(pool: Pool, { batchSize }: FireOptions): Promise<Fired> {
  return inTransaction(pool, async (transaction) => {
    await transaction.query(lockToFire);
    // The clock may be another since the connection planned the statement (tests shift it), so it is not prepared by name.
    const [fired] = await transaction.query<Fired & Record<string, unknown>>(fireStatement.text, [batchSize]);
    return fired ?? nothing;
  });
}
