import { beginning, toChainHash } from '@motcua/audit';
import type { Queryable } from '@motcua/postgres';
import type { StoredClose } from './close-row.ts';

/** What a link is made of: the copy, and who closed it. */
export type Linked = Pick<StoredClose, 'id' | 'contentHash' | 'proposedBy' | 'decidedBy' | 'decidedAt'>;

/** The hash of a confirmed close behind all before it: of its content, of the two persons, and of the moment. */
export const toCloseLink = (before: string, { id, contentHash, proposedBy, decidedBy, decidedAt }: Linked): string =>
  toChainHash(before, [id, contentHash, proposedBy, decidedBy, decidedAt?.getTime()]);

/** One confirmation at a time, so that a link follows the one before; the lock is held to the end of the transaction. */
export async function findChainEnd(database: Queryable): Promise<{ sequence: number; hash: string }> {
  await database.query(`SELECT pg_advisory_xact_lock(hashtextextended('kpi.period_link', 0))`);
  const [end] = await database.query<{ sequence: number; hash: string }>(
    'SELECT sequence::int AS sequence, hash FROM kpi.period_link ORDER BY period_link.sequence DESC LIMIT 1',
  );
  return end ?? { sequence: 0, hash: beginning };
}

export interface BrokenLink {
  readonly close: StoredClose | undefined;
  readonly sequence: number;
  readonly why: 'missing' | 'changed';
}

/** The first place at which the chain is not what the closes make. @param closes confirmed, in the order of the chain */
export function findBrokenLink(closes: readonly StoredClose[]): BrokenLink | undefined {
  let hash = beginning;
  for (const [index, close] of closes.entries()) {
    if (close.sequence !== index + 1) return { close, sequence: index + 1, why: 'missing' };
    hash = toCloseLink(hash, close);
    if (hash !== close.hash) return { close, sequence: index + 1, why: 'changed' };
  }
  return undefined;
}
