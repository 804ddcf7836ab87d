import type { Transaction } from '@motcua/postgres';
import type { EntryKind } from './entry.ts';
import { toVersion } from './reference.store.ts';
import type { EntryView } from './views.ts';

export interface EntryQuery {
  readonly kind: EntryKind;
  /** Local day on which the version must hold; absent: the last validity of each code. */
  readonly at?: string | undefined;
  /** Only this code. */
  readonly code?: string | undefined;
  /** Codes after this one. */
  readonly after?: string | undefined;
  readonly limit: number;
}

/** The counting version of each code, in the order of codes (by their bytes). */
export async function listEntries(transaction: Transaction, { kind, at, code, after, limit }: EntryQuery): Promise<EntryView[]> {
  const text = `SELECT DISTINCT ON (code) code, version, recorded_at, superseded_by, document FROM entry_version
    WHERE kind = $1 AND superseded_by IS NULL
      AND ($2::date IS NULL OR (valid_from <= $2 AND (valid_to IS NULL OR valid_to >= $2)))
      AND ($3::text IS NULL OR code = $3) AND ($4::text IS NULL OR code > $4)
    ORDER BY code, valid_from DESC LIMIT $5`;
  const parameters = [kind, at ?? null, code ?? null, after ?? null, limit];
  const rows = await transaction.query<Parameters<typeof toVersion>[0]>({ name: 'entry.list', text }, parameters);
  return rows.map((row) => ({ kind, code: row.code, ...toVersion(row) }));
}
