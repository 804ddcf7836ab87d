import pg, { type QueryResultRow } from 'pg';
import { readStackFile, type RunningStack } from './running-stack.ts';

/** By the database's address. Kept for a moment, as most of a look at the database is getting in; they hold up nobody's end. */
const pools = new Map<string, pg.Pool>();

/** Looks into the stack's database as its administrator does: what a service answers is compared with what it has stored. */
export async function queryStack<Row extends QueryResultRow>(stack: RunningStack, sql: string): Promise<Row[]> {
  const { url } = (await readStackFile(stack.home)).postgres;
  return (await getPool(url).query<Row>(sql)).rows;
}

function getPool(url: string): pg.Pool {
  const pool =
    pools.get(url) ??
    new pg.Pool({ connectionString: url, application_name: 'drill', max: 2, idleTimeoutMillis: 1_000, allowExitOnIdle: true });
  if (!pools.has(url)) pool.on('error', () => undefined); // The stack was stopped: the next look gets in anew.
  pools.set(url, pool);
  return pool;
}
