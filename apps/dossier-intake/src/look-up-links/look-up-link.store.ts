import type { Transaction } from '@motcua/postgres';
import type { LookUpTokens, MadeToken } from './look-up-tokens.ts';

const insert = {
  name: 'look-up-link.insert',
  text: 'INSERT INTO look_up_token (token_hash, dossier_id, nonce, made_with, made_at, expires_at) VALUES ($1, $2, $3, $4, $5, $6)',
};
const findLasting = {
  name: 'look-up-link.find-lasting',
  text: 'SELECT nonce, made_with FROM look_up_token WHERE dossier_id = $1 AND expires_at IS NULL ORDER BY made_at',
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
  const known = await findLastingToken(transaction, tokens, dossierId);
  if (known !== undefined) return known;
  const made = tokens.create();
  await insertLink(transaction, { dossierId, made, now, expiresAt: null });
  return made.token;
}

/** The same, where there is one. */
export async function findLastingToken(
  transaction: Transaction,
  tokens: LookUpTokens,
  dossierId: string,
): Promise<string | undefined> {
  const rows = await transaction.query<{ nonce: Buffer; made_with: string }>(findLasting, [dossierId]);
  for (const { nonce, made_with: keyId } of rows) {
    const token = tokens.derive(nonce, keyId);
    if (token !== undefined) return token;
  }
  return undefined;
}

const toIso = (instant: number): string => new Date(instant).toISOString();
