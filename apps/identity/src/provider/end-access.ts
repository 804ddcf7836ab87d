import type { ColumnCipher, Transaction } from '@motcua/postgres';
import { recordPlaceOf } from './oidc-record.adapter.ts';
import { GATEWAY_CLIENT } from './clients.ts';

interface SealedSession {
  readonly id: string;
  readonly payload: Buffer;
  readonly key_id: string;
}

/** What is read of a session here. */
interface SessionPayload {
  readonly authorizations?: Readonly<Record<string, { readonly sid?: string }>>;
}

/**
 * Ends every session, grant and token of an account, in the transaction of what it is ended for. The gateway is told of each of its sessions
 * by `LogoutNotices`.
 */
export async function endAccess(transaction: Transaction, cipher: ColumnCipher, accountId: string): Promise<void> {
  const sessions = await transaction.query<SealedSession & object>(
    `SELECT id, payload, key_id FROM oidc_record WHERE kind = 'Session' AND account_id = $1 AND expires_at > now()`,
    [accountId],
  );
  const ended = sessions.flatMap(({ id, payload, key_id }) => {
    const session = JSON.parse(cipher.decrypt(payload, recordPlaceOf('Session', id), key_id)) as SessionPayload; // The provider's own.
    return session.authorizations?.[GATEWAY_CLIENT]?.sid ?? [];
  });
  await transaction.execute('INSERT INTO pending_logout (client_id, account_id, session_id) SELECT $1, $2, unnest($3::text[])', [
    GATEWAY_CLIENT,
    accountId,
    ended,
  ]);
  await transaction.execute('DELETE FROM oidc_record WHERE account_id = $1', [accountId]);
}
