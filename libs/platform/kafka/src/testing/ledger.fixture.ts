import { createTestDatabase, type TestDatabase } from '@motcua/testing';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { offsetTimeline } from '../migrations/1767300001000-know-timeline.ts';
import { consumerOffsetTables, deadLetterTables } from '../migrations/1760000002000-create-consumer-tables.ts';
import type { AfterParkingRule } from '../projection/after-parking.ts';
import type { BatchProjection } from '../projection/batch-projection.ts';
import { deadLetter, ok, skip } from '../projection/step-result.ts';
import { createPgTransactions } from '../transactions/create-pg-transactions.ts';
import type { Transactions } from '../transactions/transaction.ts';

/** A movement on an account; `version` grows by one per account, `balance` is the state after it (a fat event). */
export interface Movement {
  readonly account: string;
  readonly version: number;
  readonly balance: number;
}

/**
 * A projection made to show mistakes: `entry` has no key at all, so a message applied twice is two rows; `account` takes only
 * newer versions. A balance beyond int4 fails in SQL (22003); one below zero is parked by `apply` itself.
 */
export const createLedgerProjection = (
  topic: string,
  { afterParking }: { afterParking?: AfterParkingRule } = {},
): BatchProjection<Movement, number> => ({
  name: `ledger.${randomUUID()}`,
  topics: [topic],
  ...(afterParking === undefined ? {} : { afterParking }),
  step({ value }) {
    const text = value?.toString() ?? '';
    if (text === 'noise') return skip('noise');
    if (text === 'bug') throw new Error('step fell over');
    if (!text.startsWith('{')) return deadLetter('not JSON', 'parse');
    return ok(JSON.parse(text) as Movement);
  },
  async apply(transaction, items, { park }) {
    for (const item of items) if (item.value.balance < 0) park(item, 'the balance is below zero', 'check');
    const column = <Value>(read: (movement: Movement) => Value): Value[] => items.map(({ value }) => read(value));
    const parameters = [column(({ account }) => account), column(({ version }) => version), column(({ balance }) => balance)];
    await transaction.query(`INSERT INTO test.entry SELECT * FROM unnest($1::text[], $2::int[], $3::int[])`, parameters);
    await transaction.query(
      `INSERT INTO test.account AS old
       SELECT DISTINCT ON (account) * FROM unnest($1::text[], $2::int[], $3::int[]) AS it (account, version, balance) ORDER BY account, version DESC
       ON CONFLICT (account) DO UPDATE SET version = excluded.version, balance = excluded.balance WHERE old.version < excluded.version`,
      parameters,
    );
    return items.length;
  },
});

export interface Ledger {
  readonly pool: pg.Pool;
  readonly transactions: Transactions;
  /** `account/version`, sorted, as often as applied. */
  listEntries(): Promise<string[]>;
  getBalance(account: string): Promise<number | undefined>;
  listParked(projection: string): Promise<{ offset: string; step: string; reason: string; status: string }[]>;
  getNextOffsets(projection: string): Promise<string[]>;
  clear(): Promise<void>;
  close(): Promise<void>;
}

/** A database of its own with the transport's tables and the ledger's. */
export async function createLedger(): Promise<Ledger> {
  const database: TestDatabase = await createTestDatabase();
  const pool = new pg.Pool({ connectionString: database.url, max: 10 });
  // a test may kill connections on purpose
  pool.on('error', () => undefined);
  await pool.query(`CREATE SCHEMA test; ${consumerOffsetTables('test')} ${offsetTimeline('test')} ${deadLetterTables('test')}
    CREATE TABLE test.entry (account text, version int, balance int);
    CREATE TABLE test.account (account text PRIMARY KEY, version int, balance int)`);
  const select = async <Row extends pg.QueryResultRow>(sql: string, parameters: unknown[] = []): Promise<Row[]> =>
    (await pool.query<Row>(sql, parameters)).rows;
  return {
    pool,
    transactions: createPgTransactions(pool),
    listEntries: async () =>
      (
        await select<{ entry: string }>(`SELECT account || '/' || version AS entry FROM test.entry ORDER BY account, version`)
      ).map(({ entry }) => entry),
    getBalance: async (account) =>
      (await select<{ balance: number }>('SELECT balance FROM test.account WHERE account = $1', [account]))[0]?.balance,
    listParked: (projection) =>
      select(
        'SELECT "offset", step, reason, status FROM test.dlq_event WHERE projection = $1 ORDER BY topic, partition, "offset"',
        [projection],
      ),
    getNextOffsets: async (projection) =>
      (
        await select<{ next_offset: string }>(
          'SELECT next_offset FROM test.consumer_offset WHERE projection = $1 ORDER BY partition',
          [projection],
        )
      ).map((row) => row.next_offset),
    clear: async () => {
      await pool.query('TRUNCATE test.entry, test.account, test.dlq_event, test.consumer_offset');
    },
    close: async () => {
      await pool.end();
      await database.drop();
    },
  };
}

/** `count` versions for each account, in turn; `toMessage` gives record and key. */
export const createMovements = (accounts: readonly string[], versions: number): Movement[] =>
  Array.from({ length: versions }, (_, index) =>
    accounts.map((account) => ({ account, version: index + 1, balance: (index + 1) * 10 })),
  ).flat();

export const toRecord = (movement: Movement, partition?: number) => ({
  key: movement.account,
  value: JSON.stringify(movement),
  ...(partition === undefined ? {} : { partition }),
});

export const toEntries = (movements: readonly Movement[]): string[] =>
  [...movements]
    .sort((one, other) => one.account.localeCompare(other.account) || one.version - other.version)
    .map(({ account, version }) => `${account}/${version}`);
