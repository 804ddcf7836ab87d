import type { Pool, PoolClient } from 'pg';

const lockName = 'intake.calendar-change';

/**
 * Runs `work` if no other instance is at it; the lock belongs to a connection, so that it is free as soon as its holder is gone. It
 * saves double work and nothing depends on it: should the connection break, another instance begins beside this one, and the plan and
 * the dossiers' locks keep both right.
 *
 * @returns whether the work was done here
 */
export async function whileHoldingWorkLock(pool: Pool, work: () => Promise<void>): Promise<boolean> {
  const client = await pool.connect();
  let broken: Error | undefined;
  const noteBroken = (error: Error): void => {
    broken = error;
  };
  client.on('error', noteBroken);
  try {
    if (!(await take(client))) return false;
    await work();
    await client.query('SELECT pg_advisory_unlock(hashtextextended($1, 0))', [lockName]);
    return true;
  } catch (error) {
    // The lock goes with the connection.
    broken ??= error instanceof Error ? error : new Error(String(error));
    throw error;
  } finally {
    client.off('error', noteBroken);
    client.release(broken);
  }
}

async function take(client: PoolClient): Promise<boolean> {
  const { rows } = await client.query<{ taken: boolean }>('SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS taken', [
    lockName,
  ]);
  return rows[0]?.taken === true;
}
