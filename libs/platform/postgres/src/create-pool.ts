import { Pool } from 'pg';
import { toClientConfig, type ConnectionOptions } from './connection.ts';

export interface PoolOptions extends ConnectionOptions {
  /** Connections at most, 10 unless told. */
  readonly poolSize?: number;
  /**
   * How long a statement is waited for before its connection counts as dead, 10 s unless told: longer than the role's transactions may
   * take. A transaction with a time-out of its own is waited for as long as that.
   */
  readonly answerWithinMs?: number;
  /** Told of connections that die while idle (a server's restart); the pool replaces them by itself. */
  readonly onIdleError?: (error: Error) => void;
}

const defaultAnswerWithinMs = 10_000;

/** A pg pool for hot paths: named SQL without an ORM between. The caller ends it. */
export function createPool({
  poolSize = 10,
  answerWithinMs = defaultAnswerWithinMs,
  onIdleError,
  ...connection
}: PoolOptions): Pool {
  const pool = new Pool({ ...toClientConfig(connection), max: poolSize, query_timeout: answerWithinMs });
  // Without a listener an idle connection's error would be an uncaught exception and end the process.
  pool.on('error', (error) => onIdleError?.(error));
  // The same holds for a connection in use: there the next statement reports it.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}
