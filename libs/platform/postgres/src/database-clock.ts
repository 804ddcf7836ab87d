import { Client } from 'pg';
import { identifier } from './migration/identifier.ts';
import type { Queryable } from './transaction.ts';

/**
 * DDL for a service that acts when time comes: `<schema>.clock_now()`, the one place from which its SQL reads the present moment.
 * The function belongs to who migrates; the service's own role may call it and not replace it, so that nothing in production can
 * shift it. STABLE lets a condition on it use an index.
 */
export const databaseClock = (schema: string): string =>
  `CREATE OR REPLACE FUNCTION ${identifier(schema)}.clock_now() RETURNS timestamptz LANGUAGE sql STABLE AS 'SELECT statement_timestamp()'`;

/**
 * DDL beside it: `<schema>.clock_at(server_time)`, what `clock_now()` shows at a moment of the server's own time. By it a moment that
 * another service tells (how far the log has been read) is compared with the moments of clocks. The same wherever nobody set the clock.
 */
export const databaseClockAt = (schema: string): string => `
  CREATE OR REPLACE FUNCTION ${identifier(schema)}.clock_at(server_time timestamptz) RETURNS timestamptz LANGUAGE sql STABLE AS $$
    SELECT server_time + (${identifier(schema)}.clock_now() - statement_timestamp())
  $$`;

/** What `<schema>.clock_now()` shows, the only clock that decides in a service that has one; epoch milliseconds. */
export async function readClock(database: Queryable, schema: string): Promise<number> {
  const [row] = await database.query<{ now: Date }>(`SELECT ${identifier(schema)}.clock_now() AS now`);
  if (row === undefined) throw new Error('the database did not tell the time');
  return row.now.getTime();
}

export interface ShiftedClock {
  /** What the clock shows from now on. */
  readonly at: Date;
  /** Seconds it moves a second: 1 unless told, 0 stands still. */
  readonly speed?: number;
}

/** For tests and drills: sets the clock of a schema, with the rights of who migrates it. Without `clock` it is the server's again. */
export async function setDatabaseClock(adminUrl: string, schema: string, clock?: ShiftedClock): Promise<void> {
  const client = new Client({ connectionString: adminUrl, application_name: `clock of ${schema}` });
  await client.connect();
  try {
    const set =
      clock === undefined
        ? [databaseClock(schema), databaseClockAt(schema)]
        : shifted(schema, clock, await readServerTime(client));
    await client.query(set.join(';'));
  } finally {
    await client.end();
  }
}

async function readServerTime(client: Client): Promise<Date> {
  const { rows } = await client.query<{ now: Date }>('SELECT clock_timestamp() AS now');
  if (rows[0] === undefined) throw new Error('the server did not tell the time');
  return rows[0].now;
}

/** Before it was set the clock showed something else: that moment lies before any that it shows now. */
const shifted = (schema: string, { at, speed = 1 }: ShiftedClock, since: Date): string[] => {
  const show = (serverTime: string): string =>
    `timestamptz '${at.toISOString()}' + (${serverTime} - timestamptz '${since.toISOString()}') * ${speed}`;
  return [
    `CREATE OR REPLACE FUNCTION ${identifier(schema)}.clock_now() RETURNS timestamptz LANGUAGE sql STABLE AS $$
       SELECT ${show('statement_timestamp()')}
     $$`,
    `CREATE OR REPLACE FUNCTION ${identifier(schema)}.clock_at(server_time timestamptz) RETURNS timestamptz LANGUAGE sql STABLE AS $$
       SELECT CASE WHEN server_time < timestamptz '${since.toISOString()}' THEN '-infinity' ELSE ${show('server_time')} END
     $$`,
  ];
};
