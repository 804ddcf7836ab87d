import { CliError } from '@motcua/terminal';
import { inTransaction, type Queryable, type Transaction } from '@motcua/postgres';
import { escapeIdentifier, type Pool } from 'pg';
import { MARK, toName, type DumpCounts } from './dump-database.ts';
import { listMigrations, listTables, type DumpedTable, type SequencePosition } from './list-tables.ts';

const BATCH = 500;

type Mark = DumpedTable | { readonly sequences: readonly SequencePosition[] };

/**
 * Puts a dump into a database that services have migrated and nobody has used, in one transaction: it is all there, or nothing of it.
 *
 * @param pool of an administrator
 * @throws CliError `backup.not-empty` · `backup.release-differs` · `backup.incomplete`
 */
export async function loadDatabase(pool: Pool, lines: AsyncIterable<string>, expected: DumpCounts): Promise<void> {
  await inTransaction(
    pool,
    async (transaction) => {
      // Rows come table by table, not in the order in which they refer to each other; what triggers refuse has happened already.
      await transaction.query("SET LOCAL session_replication_role = 'replica'");
      await requireFresh(transaction, expected);
      await new Loading(transaction, expected).load(lines);
    },
    { timeoutMs: 0 },
  );
}

async function requireFresh(database: Queryable, { migrations }: DumpCounts): Promise<void> {
  const own = await listMigrations(database, Object.keys(migrations));
  const differs = Object.keys(migrations).find((schema) => String(own[schema]) !== String(migrations[schema]));
  if (differs !== undefined) {
    const message = `The backup was made by another release: the schema "${differs}" had other migrations.`;
    throw new CliError({
      code: 'backup.release-differs',
      message,
      hint: 'Restore with the release that backup.json names, then upgrade.',
    });
  }
  const [row] = await database.query<{ used: boolean }>(
    'SELECT EXISTS (SELECT FROM intake.event) OR EXISTS (SELECT FROM catalogue.ref_event) AS used',
  );
  if (row?.used === true) {
    const message = 'The database has events already; a backup is restored into an empty one.';
    throw new CliError({ code: 'backup.not-empty', message, hint: 'Name another database, or another MOTCUA_HOME.' });
  }
}

/** Takes the lines of a dump one by one. */
class Loading {
  #table: DumpedTable | undefined;
  #rows: string[] = [];
  #isWhole = false;
  readonly #loaded: Record<string, number> = {};

  constructor(
    private readonly transaction: Transaction,
    private readonly expected: DumpCounts,
  ) {}

  async load(lines: AsyncIterable<string>): Promise<void> {
    // What migrations have put there is in the dump too, as it had become.
    const tables = await listTables(this.transaction);
    await this.transaction.query(`TRUNCATE ${tables.map(toName).join(', ')}`);
    for await (const line of lines) {
      if (line.startsWith(MARK)) await this.#turnTo(JSON.parse(line.slice(MARK.length)) as Mark);
      else await this.#add(line);
    }
    await this.#flush();
    const isExpected = Object.entries(this.expected.tables).every(([name, rows]) => this.#loaded[name] === rows);
    if (!this.#isWhole || !isExpected) {
      const message = 'The backup is not whole: rows that backup.json counts are missing. Nothing was restored.';
      throw new CliError({ code: 'backup.incomplete', message, hint: 'Take another backup.' });
    }
  }

  async #turnTo(mark: Mark): Promise<void> {
    await this.#flush();
    if ('sequences' in mark) {
      for (const sequence of mark.sequences) await this.#set(sequence);
      this.#isWhole = true;
      return;
    }
    this.#table = mark;
    this.#loaded[`${mark.schema}.${mark.name}`] = 0;
  }

  async #add(row: string): Promise<void> {
    this.#rows.push(row);
    if (this.#rows.length >= BATCH) await this.#flush();
  }

  async #flush(): Promise<void> {
    if (this.#table === undefined || this.#rows.length === 0) return;
    const { schema, name, columns } = this.#table;
    const [into, names] = [toName(this.#table), columns.map(escapeIdentifier).join(', ')];
    await this.transaction.query(
      `INSERT INTO ${into} (${names}) OVERRIDING SYSTEM VALUE SELECT ${names} FROM json_populate_recordset(NULL::${into}, $1::json)`,
      [`[${this.#rows.join(',')}]`],
    );
    this.#loaded[`${schema}.${name}`] = (this.#loaded[`${schema}.${name}`] ?? 0) + this.#rows.length;
    this.#rows = [];
  }

  async #set({ schema, name, last }: SequencePosition): Promise<void> {
    if (last === null) return;
    await this.transaction.query('SELECT setval($1::regclass, $2::bigint)', [toName({ schema, name }), last]);
  }
}
