import type { KeyRotation, KeysInUse } from '@motcua/contracts';
import type { Logger } from '@motcua/observability';
import { whileHoldingLock } from '@motcua/postgres';
import type { Pool } from 'pg';
import { toContentLock } from '../outbox/order-locks.ts';
import { REFERENCES, type ReferenceRefresh } from './reference-refresh.ts';
import type { ContentStore } from '../files/storage/content-store.ts';
import { countUnnamed } from '../files/storage/seal-clear-contents.ts';

/** A request answers within seconds; who rotates asks again. */
const BUDGET_MS = 2_000;
const AT_ONCE = 8;
/** An upload holds the lock of its content for some milliseconds. */
const LOCK_WAIT_MS = 5_000;

export interface FileKeyRotationParts {
  readonly pool: Pool;
  readonly store: ContentStore;
  readonly logger: Logger;
  readonly references: ReferenceRefresh;
  /** Ids of FILE_KEYS, and the one that wraps. */
  readonly keyIds: readonly string[];
  readonly activeKeyId: string;
}

/** Wraps the keys of contents anew; no content is read or written. What is done stands in the rows: whoever is stopped begins again. */
export class FileKeyRotation {
  constructor(private readonly parts: FileKeyRotationParts) {}

  async rotate(cursor = '', now: () => number = Date.now): Promise<KeyRotation> {
    const until = now() + BUDGET_MS;
    if (cursor === REFERENCES) return this.parts.references.refresh({ rotated: 0, failed: 0 }, until, now);
    let [rotated, failed, after] = [0, 0, cursor];
    for (;;) {
      if (now() >= until) return { rotated, failed, next: after };
      const contents = await this.#listOld(after);
      if (contents.length === 0) return this.parts.references.refresh({ rotated, failed }, until, now);
      const done = await Promise.all(contents.map((content) => this.#rewrap(content)));
      rotated += done.filter(Boolean).length;
      failed += done.filter((isDone) => !isDone).length;
      after = contents.at(-1)?.sha256 ?? after;
    }
  }

  async count(): Promise<KeysInUse> {
    const { pool, keyIds, activeKeyId } = this.parts;
    const { rows } = await pool.query<{ keyId: string; count: number }>(
      'SELECT key_id AS "keyId", count(*)::int AS count FROM digitization.content GROUP BY 1',
    );
    const counts = new Map(rows.map(({ keyId, count }) => [keyId, count]));
    const wrapped = [...new Set([...keyIds, ...counts.keys()])]
      .sort()
      .map((keyId) => ({ ...contents, keyId, isActive: keyId === activeKeyId, count: counts.get(keyId) ?? 0 }));
    const clear = { ...contents, keyId: null, isActive: false, count: await countUnnamed(pool) };
    return { uses: [...wrapped, clear, ...(await this.parts.references.count())] };
  }

  async #listOld(after: string): Promise<Content[]> {
    const { rows } = await this.parts.pool.query<Content>(
      `SELECT sha256, name FROM digitization.content WHERE key_id <> $1 AND sha256 > $2 ORDER BY sha256 LIMIT ${AT_ONCE}`,
      [this.parts.activeKeyId, after],
    );
    return rows;
  }

  /** Under the content's lock: between reading a key and putting it back wrapped anew nobody erases it and makes another. */
  async #rewrap({ sha256, name }: Content): Promise<boolean> {
    const { pool, store, logger } = this.parts;
    try {
      const isDone = await whileHoldingLock(
        pool,
        toContentLock(sha256),
        async ({ database }) => {
          const keyId = await store.rewrap(name);
          if (keyId === undefined) throw new Error('the store has no key of this content');
          await database.execute('UPDATE digitization.content SET key_id = $2 WHERE sha256 = $1 AND name = $3', [
            sha256,
            keyId,
            name,
          ]);
          return true;
        },
        { waitMs: LOCK_WAIT_MS },
      );
      if (isDone === undefined) throw new Error('others are at this content');
      return true;
    } catch (err) {
      logger.error({ err, sha256 }, 'the key of a content was not wrapped anew; it keeps the one it had');
      return false;
    }
  }
}

interface Content {
  readonly sha256: string;
  readonly name: string;
}
const contents = { what: 'content', variable: 'FILE_KEYS' };
