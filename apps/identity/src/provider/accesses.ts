import type { ColumnCipher, Transaction } from '@motcua/postgres';
import { CLI_CLIENT, GATEWAY_CLIENT } from './clients.ts';
import { recordPlaceOf } from './oidc-record.adapter.ts';
import { toSid } from './sign-in-id.ts';

/** One way in which somebody is signed in. */
export interface Access {
  /** Where it lies; of a terminal all records of the grant are its own. */
  readonly grantId: string | undefined;
  readonly sessionId: string | undefined;
  /** By which the gateway knows it. */
  readonly sid: string;
}

interface SealedRecord {
  readonly kind: string;
  readonly id: string;
  readonly payload: Buffer;
  readonly key_id: string;
}

/** What is read of the provider's records here. */
interface Payload {
  readonly clientId?: string;
  readonly grantId?: string;
  readonly authorizations?: Readonly<Record<string, { readonly sid?: string; readonly grantId?: string }>>;
}

/** The browsers and terminals in which somebody is signed in now. */
export async function listAccesses(transaction: Transaction, cipher: ColumnCipher, accountId: string): Promise<Access[]> {
  const records = await transaction.query<SealedRecord & object>(
    `SELECT DISTINCT ON (kind, coalesce(grant_id, id)) kind, id, payload, key_id FROM oidc_record
     WHERE account_id = $1 AND kind IN ('Session', 'RefreshToken', 'DeviceCode') AND expires_at > now()`,
    [accountId],
  );
  const found = records.flatMap(({ kind, id, payload, key_id }) => {
    const record = JSON.parse(cipher.decrypt(payload, recordPlaceOf(kind, id), key_id)) as Payload; // The provider's own.
    return kind === 'Session' ? toBrowser(id, record) : toTerminal(record);
  });
  return [...new Map(found.map((access) => [access.sid, access])).values()];
}

function toBrowser(sessionId: string, { authorizations }: Payload): Access[] {
  const { sid, grantId } = authorizations?.[GATEWAY_CLIENT] ?? {};
  return sid === undefined ? [] : [{ sid, grantId, sessionId }];
}

function toTerminal({ clientId, grantId }: Payload): Access[] {
  const sid = clientId === CLI_CLIENT ? toSid({ clientId, grantId }) : undefined;
  return sid === undefined ? [] : [{ sid, grantId, sessionId: undefined }];
}
