import { inTransaction, toTransaction, type Transaction } from '@motcua/postgres';
import { createHmac, randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { Pool } from 'pg';
import { noteEnded } from './end-access.ts';
import type { ProgramAccounts, ServiceAccount } from './service-accounts.ts';

interface ProgramRow {
  readonly id: string;
  readonly sid: string;
  readonly secret_hash: string;
  readonly post: unknown;
}

/**
 * What the tokens of each program name as their sign-in. Who is taken out of the file, or given another secret or post, has another one from
 * then on, and the gateway is told that the former has ended; also of what changed while nobody was looking.
 */
export class ProgramSignIns {
  /** Whether there is something to tell since this was last set to false. */
  hasEnded = false;
  #compared: unknown;

  constructor(
    private readonly pool: Pool,
    readonly accounts: ProgramAccounts,
    /** By which secrets are marked: the first now, the others before. */
    private readonly keys: readonly Buffer[],
  ) {}

  async find(id: string): Promise<string | undefined> {
    await this.compare();
    const rows = await toTransaction(this.pool).query<{ sid: string }>('SELECT sid FROM program WHERE id = $1', [id]);
    return rows[0]?.sid;
  }

  /** Does nothing where the file is as it was. */
  async compare(): Promise<void> {
    const accounts = this.accounts.list();
    if (accounts === this.#compared) return;
    await inTransaction(this.pool, async (transaction) => {
      // There may be another instance of us, which sees the same file.
      await transaction.execute('LOCK TABLE program IN SHARE ROW EXCLUSIVE MODE');
      const rows = await transaction.query<ProgramRow & object>('SELECT id, sid, secret_hash, post FROM program');
      for (const row of rows) if (!isSame(row, accounts.get(row.id), this.keys)) await this.#end(transaction, row);
      for (const account of accounts.values()) await insert(transaction, account, toMarks(account, this.keys));
    });
    this.#compared = accounts;
  }

  async #end(transaction: Transaction, { id, sid }: ProgramRow): Promise<void> {
    await transaction.execute('DELETE FROM program WHERE id = $1', [id]);
    await noteEnded(transaction, id, [sid]);
    this.hasEnded = true;
  }
}

const toPost = ({ role, source, unit }: ServiceAccount): object => JSON.parse(JSON.stringify({ role, source, unit })) as object;

/** Keyed, as a secret may be less random than it is long; and quick, for a table is locked meanwhile. */
const toMarks = ({ id, secret }: ServiceAccount, keys: readonly Buffer[]): string[] =>
  keys.map((key) => createHmac('sha256', key).update(`${id}\n${secret}`).digest('base64url'));

const isSame = (row: ProgramRow, account: ServiceAccount | undefined, keys: readonly Buffer[]): boolean =>
  account !== undefined && isDeepStrictEqual(row.post, toPost(account)) && toMarks(account, keys).includes(row.secret_hash);

async function insert(transaction: Transaction, account: ServiceAccount, [mark]: string[]): Promise<void> {
  await transaction.execute(
    'INSERT INTO program (id, sid, secret_hash, post) VALUES ($1, $2, $3, $4) ON CONFLICT (id) DO NOTHING',
    [account.id, randomUUID(), mark, JSON.stringify(toPost(account))],
  );
}
