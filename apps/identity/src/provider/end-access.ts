import type { ColumnCipher, Transaction } from '@motcua/postgres';
import { listAccesses, type Access } from './accesses.ts';
import { GATEWAY_CLIENT } from './clients.ts';

/**
 * Ends every session, grant and token of an account, in the transaction of what it is ended for. The gateway is told of each session and
 * each terminal by `LogoutNotices`.
 *
 * @param keptSid of the one that goes on; absent: none does
 * @returns what was ended
 */
export async function endAccess(
  transaction: Transaction,
  cipher: ColumnCipher,
  accountId: string,
  keptSid?: string,
): Promise<readonly Access[]> {
  const accesses = await listAccesses(transaction, cipher, accountId);
  const kept = accesses.find(({ sid }) => sid === keptSid);
  const ended = accesses.filter((access) => access !== kept);
  await noteEnded(
    transaction,
    accountId,
    ended.map(({ sid }) => sid),
  );
  await transaction.execute(
    `DELETE FROM oidc_record WHERE account_id = $1
       AND (grant_id IS NULL OR grant_id IS DISTINCT FROM $2) AND NOT (kind = 'Session' AND id IS NOT DISTINCT FROM $3)`,
    [accountId, kept?.grantId ?? null, kept?.sessionId ?? null],
  );
  return ended;
}

/** The gateway is to hear that these have ended. */
export async function noteEnded(transaction: Transaction, accountId: string, sids: readonly string[]): Promise<void> {
  await transaction.execute('INSERT INTO pending_logout (client_id, account_id, session_id) SELECT $1, $2, unnest($3::text[])', [
    GATEWAY_CLIENT,
    accountId,
    sids,
  ]);
}
