import type { Transaction } from '@motcua/postgres';
import type { StoredAccount } from './account.ts';
import { accountColumns, toAccount, type AccountRow } from './account-row.ts';

export interface AccountQuery {
  /** Part of the name somebody signs in with, of their own name, or a unit's code. */
  readonly search?: string | undefined;
  readonly state?: StoredAccount['state'] | undefined;
  /** Ids after this one. */
  readonly after?: string | undefined;
  readonly limit: number;
}

/** Accounts in the order of their ids, by their bytes. */
export async function listAccounts(
  transaction: Transaction,
  { search, state, after, limit }: AccountQuery,
): Promise<StoredAccount[]> {
  const text = `SELECT ${accountColumns} FROM account
    WHERE ($1::text IS NULL OR strpos(lower(id || ' ' || display_name), lower($1)) > 0 OR posts @> jsonb_build_array(jsonb_build_object('unit', $1)))
      AND ($2::text IS NULL OR state = $2) AND ($3::text IS NULL OR id > $3)
    ORDER BY id LIMIT $4`;
  const rows = await transaction.query<AccountRow & object>(text, [search ?? null, state ?? null, after ?? null, limit]);
  return rows.map(toAccount);
}
