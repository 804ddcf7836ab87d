import type { ReferenceKind } from '@motcua/contracts';
import { createBulkInsert, inTransaction, momentColumn, toColumns, toTransaction } from '@motcua/postgres';
import type { Pool } from 'pg';
import type { ReferenceEntry } from './reference-entry.ts';

export interface StoredEntry<Kind extends ReferenceKind> {
  readonly kind: Kind;
  readonly code: string;
  readonly body: string;
}

/** An entry that is to be stored; without `entry` it was taken back. */
export interface EntryChange {
  readonly kind: ReferenceKind;
  readonly code: string;
  readonly entry?: Pick<ReferenceEntry, 'version' | 'recordedAt' | 'body'>;
  /** It had been taken back before: what is stored of it goes first, also where it is newer. */
  readonly isAnew?: boolean;
}

/** Several instances write the same: none writes over a newer one. */
const upsert = createBulkInsert({
  into: 'reference_entry',
  columns: { kind: 'text', code: 'text', version: 'int4', recorded_at: momentColumn, body: 'text' },
  key: ['kind', 'code'],
  ifThere: 'replace',
  replaceWhere: '(excluded.version, excluded.recorded_at) >= (reference_entry.version, reference_entry.recorded_at)',
});

const remove = `
DELETE FROM reference_entry WHERE (kind, code) IN (SELECT * FROM unnest($1::text[], $2::text[]))`;

const markRead = `
INSERT INTO reference_topic (kind, read_at) SELECT kind, now() FROM unnest($1::text[]) AS kind ORDER BY kind
ON CONFLICT (kind) DO UPDATE SET read_at = excluded.read_at`;

/** What was read of the catalogue, in the service's own schema. */
export class ReferenceStore {
  constructor(private readonly pool: Pool) {}

  async list<Kind extends ReferenceKind>(kinds: readonly Kind[]): Promise<StoredEntry<Kind>[]> {
    const sql = 'SELECT kind, code, body FROM reference_entry WHERE kind = ANY ($1) ORDER BY kind, code';
    return toTransaction(this.pool).query<StoredEntry<Kind>>(sql, [kinds]);
  }

  /** Whether the topic of each of these kinds has been read to its end once. */
  async isComplete(kinds: readonly ReferenceKind[]): Promise<boolean> {
    const sql = 'SELECT count(*)::int AS count FROM reference_topic WHERE kind = ANY ($1)';
    const [row] = await toTransaction(this.pool).query<{ count: number }>(sql, [kinds]);
    return row?.count === kinds.length;
  }

  async write(changes: readonly EntryChange[]): Promise<void> {
    const rows = changes.flatMap(({ kind, code, entry }) =>
      entry === undefined ? [] : [{ kind, code, version: entry.version, recorded_at: entry.recordedAt, body: entry.body }],
    );
    const removed = changes.filter(({ entry, isAnew = false }) => entry === undefined || isAnew);
    await inTransaction(this.pool, async (transaction) => {
      if (removed.length > 0) await transaction.execute(remove, toColumns(removed, ['kind', 'code']));
      await upsert(transaction, rows);
    });
  }

  /** From now on the service may start from what is stored. */
  async markComplete(kinds: readonly ReferenceKind[]): Promise<void> {
    await toTransaction(this.pool).execute(markRead, [kinds]);
  }
}
