import { toTransaction, type Transaction } from '@motcua/postgres';
import type { Pool } from 'pg';
import type { ContentNames, Kept } from './content-store.ts';

/** The names of contents, in the database. */
export class StoredNames implements ContentNames {
  constructor(private readonly pool: Pool) {}

  find(sha256: string): Promise<string | undefined> {
    return findName(toTransaction(this.pool), sha256);
  }

  async listHashes(names: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const { rows } = await this.pool.query<{ name: string; sha256: string }>(
      'SELECT name, sha256 FROM digitization.content WHERE name = ANY ($1::text[])',
      [names],
    );
    return new Map(rows.map(({ name, sha256 }) => [name, sha256]));
  }
}

export async function findName(transaction: Transaction, sha256: string): Promise<string | undefined> {
  const [row] = await transaction.query<{ name: string }>('SELECT name FROM digitization.content WHERE sha256 = $1', [sha256]);
  return row?.name;
}

/** Writes a content's name down, in the transaction that attaches it. Who comes second keeps the name of the first. */
export async function claimName(transaction: Transaction, sha256: string, { name, keyId }: Kept): Promise<void> {
  await transaction.execute(
    'INSERT INTO digitization.content (sha256, name, key_id) VALUES ($1, $2, $3) ON CONFLICT (sha256) DO NOTHING',
    [sha256, name, keyId],
  );
}

/** In the transaction that erases the content, or what lies of it under one name. */
export async function forgetName(transaction: Transaction, sha256: string, only?: string | null): Promise<void> {
  if (only === null) return;
  await transaction.execute('DELETE FROM digitization.content WHERE sha256 = $1 AND name = coalesce($2, name)', [
    sha256,
    only ?? null,
  ]);
}

/**
 * Whether a file has the content, and under that name where one is given (null: in clear). A content that lies twice is in use under the
 * name that is written down; while none is, it is in use in clear.
 */
export async function isInUse(
  transaction: Transaction,
  { sha256, name }: { readonly sha256: string; readonly name?: string | null },
): Promise<boolean> {
  const [row] = await transaction.query<{ name: string | null }>(
    `SELECT c.name FROM digitization.file f LEFT JOIN digitization.content c USING (sha256)
     WHERE f.sha256 = $1 AND f.erased_at IS NULL LIMIT 1`,
    [sha256],
  );
  return row !== undefined && (name === undefined || row.name === name);
}
