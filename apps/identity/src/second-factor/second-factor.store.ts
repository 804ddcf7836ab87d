import { toColumns, type Transaction } from '@motcua/postgres';
import type { SealedSecret } from '../accounts/account.ts';

/** A secret that does not count before it is confirmed. */
export async function putSecret(transaction: Transaction, id: string, { secret, keyId }: SealedSecret): Promise<void> {
  await transaction.execute(
    `UPDATE account SET totp_secret = $2, totp_key_id = $3, totp_confirmed_at = NULL, totp_last_step = NULL WHERE id = $1`,
    [id, secret, keyId],
  );
}

/** @returns whether the code of this step had not been used: of two requests with one code one is let in */
export async function takeStep(transaction: Transaction, id: string, step: number): Promise<boolean> {
  const text = 'UPDATE account SET totp_last_step = $2 WHERE id = $1 AND coalesce(totp_last_step, -1) < $2';
  return (await transaction.execute(text, [id, step])) === 1;
}

/** The secret counts from now on, and so do these codes; those of before do not any more. */
export async function confirmSecret(transaction: Transaction, id: string, hashes: readonly Buffer[]): Promise<void> {
  await transaction.execute('UPDATE account SET totp_confirmed_at = now(), version = version + 1 WHERE id = $1', [id]);
  await transaction.execute('DELETE FROM recovery_code WHERE account_id = $1', [id]);
  const rows = hashes.map((hash) => ({ hash }));
  await transaction.execute('INSERT INTO recovery_code (account_id, hash) SELECT $1, unnest($2::bytea[])', [
    id,
    ...toColumns(rows, ['hash']),
  ]);
}

/** @returns whether it was one that nobody had used */
export async function takeRecoveryCode(transaction: Transaction, id: string, hash: Buffer): Promise<boolean> {
  const text = 'UPDATE recovery_code SET used_at = now() WHERE account_id = $1 AND hash = $2 AND used_at IS NULL';
  return (await transaction.execute(text, [id, hash])) === 1;
}

/** The telephone is lost, or another one is to be used. */
export async function removeSecret(transaction: Transaction, id: string): Promise<void> {
  await transaction.execute('DELETE FROM recovery_code WHERE account_id = $1', [id]);
  await transaction.execute(
    `UPDATE account SET totp_secret = NULL, totp_key_id = NULL, totp_confirmed_at = NULL, totp_last_step = NULL, version = version + 1
     WHERE id = $1`,
    [id],
  );
}
