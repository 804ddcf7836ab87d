import type { Transaction } from '@motcua/postgres';
import { toStored, type StoredDossier } from '../dossiers/dossier.store.ts';

const find = {
  name: 'look-up.find-by-token',
  text: `SELECT d.state, d.occurred_at, d.recorded_at FROM look_up_token AS t JOIN dossier AS d USING (dossier_id)
    WHERE t.token_hash = $1 AND d.code = $2 AND (t.expires_at IS NULL OR t.expires_at > $3)`,
};

/** The dossier that a token opens, where it is the one of this code; undefined: whatever is wrong with them. */
export async function findByToken(
  transaction: Transaction,
  { hash, code, now }: { readonly hash: Buffer; readonly code: string; readonly now: number },
): Promise<StoredDossier | undefined> {
  const [row] = await transaction.query<Parameters<typeof toStored>[0] & Record<string, unknown>>(find, [
    hash,
    code,
    new Date(now).toISOString(),
  ]);
  return row === undefined ? undefined : toStored(row);
}
