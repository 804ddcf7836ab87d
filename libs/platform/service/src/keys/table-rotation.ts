import type { KeyRotation, KeysInUse } from '@motcua/contracts';
import { inTransaction } from '@motcua/postgres';
import type { Pool } from 'pg';
import { z } from 'zod';
import type { RowCipher } from './encrypted-table.ts';
import type { EncryptedTables } from './encrypted-tables.ts';
import { rotateBatch } from './rotate-table.ts';

/** A request answers within seconds; who rotates asks again. */
const BUDGET_MS = 2_000;

export interface TableRotationParts {
  readonly pool: Pool;
  readonly cipher: RowCipher;
  /** The setting that holds its keys, and their ids. */
  readonly variable: string;
  readonly keyIds: readonly string[];
  readonly tables: Pick<EncryptedTables, 'list'>;
}

type Use = KeysInUse['uses'][number];

/**
 * Rotates the encrypted columns of a service. What is done stands in the rows themselves: whoever is stopped begins anywhere, at worst
 * at the beginning, and passes over what is done.
 */
export class TableRotation {
  constructor(private readonly parts: TableRotationParts) {}

  async rotate(cursor: string | undefined, now: () => number = Date.now): Promise<KeyRotation> {
    const { pool, cipher } = this.parts;
    const tables = this.parts.tables.list();
    const until = now() + BUDGET_MS;
    const from = parseCursor(cursor);
    const first = Math.max(
      0,
      tables.findIndex(({ table }) => table === from?.table),
    );
    let rotated = 0;
    for (const [index, table] of tables.slice(first).entries()) {
      let after: readonly string[] | undefined = index === 0 ? (from?.after ?? undefined) : undefined;
      for (;;) {
        const given = after;
        if (now() >= until) return { rotated, failed: 0, next: JSON.stringify({ table: table.table, after: given ?? null }) };
        const batch = await inTransaction(pool, (transaction) => rotateBatch(transaction, cipher, table, given));
        rotated += batch.rotated;
        after = batch.last;
        if (after === undefined) break;
      }
    }
    return { rotated, failed: 0, next: null };
  }

  async count(): Promise<KeysInUse> {
    const { cipher, variable, keyIds } = this.parts;
    const uses: Use[] = [];
    for (const { table, keyId, derived } of this.parts.tables.list()) {
      uses.push(...(await this.#count(table, { what: table, column: keyId, variable, keyIds, active: cipher.activeKeyId })));
      if (derived === undefined) continue;
      const { variable: other, keyIds: others, activeKeyId: active } = derived;
      uses.push(
        ...(await this.#count(table, { what: `${table}/hash`, column: derived.keyId, variable: other, keyIds: others, active })),
      );
    }
    return { uses };
  }

  /** Every key that is configured, also one that nothing was written with, and every other that a row names. */
  async #count(table: string, { what, column, variable, keyIds, active }: Counted): Promise<Use[]> {
    const { rows } = await this.parts.pool.query<{ keyId: string; count: number }>(
      `SELECT ${column} AS "keyId", count(*)::int AS count FROM ${table} WHERE ${column} IS NOT NULL GROUP BY 1`,
    );
    const counts = new Map(rows.map(({ keyId, count }) => [keyId, count]));
    return [...new Set([...keyIds, ...counts.keys()])]
      .sort()
      .map((keyId) => ({ what, variable, keyId, isActive: keyId === active, count: counts.get(keyId) ?? 0 }));
  }
}

interface Counted {
  readonly what: string;
  readonly column: string;
  readonly variable: string;
  readonly keyIds: readonly string[];
  readonly active: string;
}

const Cursor = z.object({ table: z.string(), after: z.array(z.string()).nullable() });

/** One that is none begins anew: all that costs is to pass over what is done. */
function parseCursor(cursor: string | undefined): z.infer<typeof Cursor> | undefined {
  try {
    return Cursor.parse(JSON.parse(cursor ?? 'null'));
  } catch {
    return undefined;
  }
}
