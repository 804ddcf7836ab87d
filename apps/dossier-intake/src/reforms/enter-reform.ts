import type { ReformDocument } from '@motcua/contracts';
import type { Transaction } from '@motcua/postgres';
import { createHash } from 'node:crypto';
import { findTaken } from './find-taken.ts';
import { hasObstacles, isAnotherFile, isReverted } from './problems.ts';
import { findReform, insertReform, lockReforms, type NewReform, type StoredReform } from './reform.store.ts';

export const toDigest = (reform: ReformDocument): string => createHash('sha256').update(JSON.stringify(reform)).digest('hex');

/** A second apply of the same file is the same job. @throws ProblemError 409 `reform.another-file`, `reform.reverted` */
export function requireSame(stored: StoredReform, digest: string): void {
  if (stored.digest !== digest) throw isAnotherFile(stored.id);
  if (stored.state === 'reverting' || stored.state === 'reverted') throw isReverted(stored.id);
}

/**
 * From now on it is a job. Of two that are applied at the same time the second sees the first here, though its trial did not.
 *
 * @throws ProblemError 422 `reform.has-obstacles`, 409 `reform.another-file`, `reform.reverted`
 */
export async function enterReform(transaction: Transaction, reform: NewReform): Promise<void> {
  await lockReforms(transaction);
  const stored = await findReform(transaction, reform.id);
  if (stored !== undefined) {
    requireSame(stored, reform.digest);
    return;
  }
  const taken = await findTaken(transaction, reform.document);
  if (taken.length > 0) throw hasObstacles(taken);
  await insertReform(transaction, reform);
}
