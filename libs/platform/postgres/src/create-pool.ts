import { Pool } from 'pg';
import { toClientConfig, type ConnectionOptions } from './connection.ts';

export interface PoolOptions extends ConnectionOptions {
  /** Connections at most, 10 unless told. */
  readonly poolSize?: number;
  /** Told of connections that die while idle (a server's restart); the pool replaces them by itself. */
  readonly onIdleError?: (error: Error) => void;
}

/** A pg pool for hot paths: named SQL without an ORM between. The caller ends it. */
export function createPool({ poolSize = 10, onIdleError, ...connection }: PoolOptions): Pool {
  const pool = new Pool({ ...toClientConfig(connection), max: poolSize });
  // Without a listener an idle connection's error would be an uncaught exception and end the process.
  pool.on('error', (error) => onIdleError?.(error));
  // The same holds for a connection in use: there the next statement reports it.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}
