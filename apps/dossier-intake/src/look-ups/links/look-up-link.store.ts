import type { Transaction } from '@motcua/postgres';
import { toStored, type StoredDossier } from '../../dossiers/dossier.store.ts';
import type { LookUpTokens, MadeToken } from './look-up-tokens.ts';

const insert = {
  name: 'look-up-link.insert',
  text: 'INSERT INTO look_up_token (token_hash, dossier_id, nonce, key_id, made_at, expires_at) VALUES ($1, $2, $3, $4, $5, $6)',
};
const findLasting = {
  name: 'look-up-link.find-lasting',
  text: 'SELECT nonce, key_id FROM look_up_token WHERE dossier_id = $1 AND expires_at IS NULL ORDER BY made_at',
};
const findDossier = {
  name: 'look-up-link.find-dossier',
  text: `SELECT d.state, d.occurred_at, d.recorded_at FROM look_up_token AS t JOIN dossier AS d USING (dossier_id)
    WHERE t.token_hash = $1 AND d.code = $2 AND (t.expires_at IS NULL OR t.expires_at > $3)`,
};

interface NewLink {
  readonly dossierId: string;
  readonly made: MadeToken;
  readonly now: number;
  /** Epoch milliseconds; null: as long as there is the dossier. */
  readonly expiresAt: number | null;
}

export async function insertLink(transaction: Transaction, { dossierId, made, now, expiresAt }: NewLink): Promise<void> {
  const { hash, nonce, keyId } = made;
  await transaction.execute(insert, [hash, dossierId, nonce, keyId, toIso(now), expiresAt === null ? null : toIso(expiresAt)]);
}

/** The token on the slip of a dossier: that which was made with its receipt, a new one where that cannot be made again. */
export async function findOrMakeToken(
  transaction: Transaction,
  tokens: LookUpTokens,
  { dossierId, now }: Pick<NewLink, 'dossierId' | 'now'>,
): Promise<string> {
  const rows = await transaction.query<{ nonce: Buffer; key_id: string }>(findLasting, [dossierId]);
  for (const { nonce, key_id: keyId } of rows) {
    const token = tokens.derive(nonce, keyId);
    if (token !== undefined) return token;
  }
  const made = tokens.create();
  await insertLink(transaction, { dossierId, made, now, expiresAt: null });
  return made.token;
}

/** The dossier that a token opens, where it is the one of this code; undefined: whatever is wrong with them. */
export async function findByToken(
  transaction: Transaction,
  { hash, code, now }: { readonly hash: Buffer; readonly code: string; readonly now: number },
): Promise<StoredDossier | undefined> {
  const [row] = await transaction.query<Parameters<typeof toStored>[0] & Record<string, unknown>>(findDossier, [
    hash,
    code,
    toIso(now),
  ]);
  return row === undefined ? undefined : toStored(row);
}

const toIso = (instant: number): string => new Date(instant).toISOString();
