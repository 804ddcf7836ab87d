import type { AccountPost } from '@motcua/contracts';
import type { Transaction } from '@motcua/postgres';
import type { StoredAccount } from './account.ts';
import { accountColumns, toAccount, type AccountRow } from './account-row.ts';

export type NewAccount = Pick<
  StoredAccount,
  'id' | 'displayName' | 'posts' | 'passwordHash' | 'passwordMustChange' | 'secondFactorRequired'
>;

export async function findAccount(transaction: Transaction, id: string): Promise<StoredAccount | undefined> {
  const text = `SELECT ${accountColumns} FROM account WHERE id = $1`;
  const [row] = await transaction.query<AccountRow & object>({ name: 'account.find', text }, [id]);
  return row === undefined ? undefined : toAccount(row);
}

/** The account, which nobody else changes until the transaction ends. */
export async function lockAccount(transaction: Transaction, id: string): Promise<StoredAccount | undefined> {
  const [row] = await transaction.query<AccountRow & object>(`SELECT ${accountColumns} FROM account WHERE id = $1 FOR UPDATE`, [
    id,
  ]);
  return row === undefined ? undefined : toAccount(row);
}

/** @returns whether it is new: whoever has the name already keeps it */
export async function insertAccount(transaction: Transaction, account: NewAccount): Promise<boolean> {
  const { id, displayName, posts, passwordHash, passwordMustChange, secondFactorRequired } = account;
  const inserted = await transaction.execute(
    `INSERT INTO account (id, display_name, posts, password_hash, password_must_change, second_factor_required)
     VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (id) DO NOTHING`,
    [id, displayName, JSON.stringify(posts), passwordHash, passwordMustChange, secondFactorRequired],
  );
  return inserted === 1;
}

export async function setState(transaction: Transaction, id: string, state: StoredAccount['state']): Promise<void> {
  await transaction.execute('UPDATE account SET state = $2, version = version + 1 WHERE id = $1', [id, state]);
}

/** @param secondFactorRequired stays as it was where it is undefined */
export async function setPosts(
  transaction: Transaction,
  id: string,
  posts: readonly AccountPost[],
  secondFactorRequired?: boolean,
): Promise<void> {
  await transaction.execute(
    `UPDATE account SET posts = $2, version = version + 1, second_factor_required = coalesce($3, second_factor_required)
     WHERE id = $1`,
    [id, JSON.stringify(posts), secondFactorRequired ?? null],
  );
}

export async function setPassword(
  transaction: Transaction,
  id: string,
  { hash, mustChange }: { readonly hash: string; readonly mustChange: boolean },
): Promise<void> {
  await transaction.execute(
    'UPDATE account SET password_hash = $2, password_must_change = $3, version = version + 1 WHERE id = $1',
    [id, hash, mustChange],
  );
}

/** The same password, written with today's costs. */
export async function renewHash(transaction: Transaction, id: string, before: string, hash: string): Promise<void> {
  await transaction.execute('UPDATE account SET password_hash = $3 WHERE id = $1 AND password_hash = $2', [id, before, hash]);
}

export async function noteSignIn(transaction: Transaction, id: string): Promise<void> {
  await transaction.execute('UPDATE account SET last_sign_in_at = now() WHERE id = $1', [id]);
}
