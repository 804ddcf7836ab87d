import type { Logger } from '@motcua/observability';
import { inTransaction } from '@motcua/postgres';
import type { Pool } from 'pg';
import { lockContent } from '../../outbox/order-locks.ts';
import type { Staging } from './staging.ts';
import { claimName, isInUse } from './content-names.ts';
import type { ContentStore } from './content-store.ts';

/** A turn ends soon: a service has seconds to stop. */
const AT_ONCE = 10;

export interface Sealing {
  readonly pool: Pool;
  readonly store: ContentStore;
  readonly staging: Staging;
  readonly logger: Logger;
}

/**
 * Seals contents that were kept before there were keys, in the order of their hashes: each is sealed, kept, written down, and only then
 * is the one in clear erased. Whoever is stopped begins again with what has no name yet; both kinds are served meanwhile. A content
 * that is not what its hash says stays as it is, for verification to name.
 */
export class ClearContents {
  #after = '';

  constructor(private readonly parts: Sealing) {}

  /** Seals a few. False: the end was reached, and the next begins anew. */
  async sealSome(): Promise<boolean> {
    const { pool, logger } = this.parts;
    const hashes = await listUnnamed(pool, this.#after);
    let sealed = 0;
    for (const sha256 of hashes) {
      if (await sealOne(this.parts, sha256)) sealed++;
      this.#after = sha256;
    }
    if (sealed > 0) logger.info({ sealed, left: await countUnnamed(pool) }, 'contents that lay in clear were sealed');
    if (hashes.length > 0) return true;
    this.#after = '';
    return false;
  }
}

const unnamed = `FROM digitization.file f WHERE erased_at IS NULL AND held_by IS NULL
  AND NOT EXISTS (SELECT FROM digitization.content c WHERE c.sha256 = f.sha256)`;

async function listUnnamed(pool: Pool, after: string): Promise<string[]> {
  const { rows } = await pool.query<{ sha256: string }>(
    `SELECT DISTINCT f.sha256 ${unnamed} AND f.sha256 > $1 ORDER BY f.sha256 LIMIT ${AT_ONCE}`,
    [after],
  );
  return rows.map(({ sha256 }) => sha256);
}

/** Contents of files that are not known to be sealed. */
export async function countUnnamed(pool: Pool): Promise<number> {
  const { rows } = await pool.query<{ count: number }>(`SELECT count(DISTINCT f.sha256)::int AS count ${unnamed}`);
  return rows[0]?.count ?? 0;
}

async function sealOne({ pool, store, staging, logger }: Sealing, sha256: string): Promise<boolean> {
  const clear = await store.openClear(sha256);
  if (clear === undefined) {
    logger.warn({ sha256 }, 'a content is not in the store; verification names its files');
    return false;
  }
  const staged = await staging.receive(clear);
  try {
    if (staged.sha256 !== sha256) {
      logger.error({ sha256 }, 'a content is not what its hash says; it stays as it is, and verification names it');
      return false;
    }
    const kept = await store.keep(staged);
    const isNamed = await inTransaction(pool, async (transaction) => {
      await transaction.query(lockContent, [sha256]);
      // Erased meanwhile, or again: what was kept is swept up as an orphan.
      if (!(await isInUse(transaction, { sha256 })) || !(await store.isKept(kept.name))) return false;
      await claimName(transaction, sha256, kept);
      return true;
    });
    if (isNamed) await store.erase(sha256, null);
    return isNamed;
  } finally {
    await staging.remove(staged);
  }
}
