import { CursorInstant, encodeCursor, parseCursor } from '@motcua/http';
import { Keyset, Parameters, type KeysetRow, type Transaction } from '@motcua/postgres';
import { z } from 'zod';
import type { TakingRow } from './fee-taking.store.ts';

/** A unit with those below it, and local days, both inclusive. */
export interface FeeScope {
  readonly unit: string;
  readonly from: string;
  readonly to: string;
}

export interface FeeFilter extends FeeScope {
  readonly officer?: string | undefined;
  readonly procedure?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

const Cursor = z.strictObject({ at: CursorInstant, dossier: z.uuid(), version: z.string().regex(/^[1-9]\d{0,9}$/) });
const oldestFirst = new Keyset({
  at: ['f.taken_at', 'timestamptz'],
  dossier: ['f.dossier_id', 'uuid'],
  version: ['f.version', 'int'],
});

const taken = `SELECT f.dossier_id, f.version, d.code, f.unit, f.procedure, f.officer, f.day::text AS day, f.taken_at, f.recorded_at, f.way,
    f.amount, f.receipt_key_id, f.receipt_number, f.is_cancelled, ${oldestFirst.columns}
  FROM fee_taking f JOIN dossier d USING (dossier_id)
  WHERE f.path @> ARRAY[$1] AND f.day BETWEEN $2::date AND $3::date
    AND ($4::text IS NULL OR f.officer = $4) AND ($5::text IS NULL OR f.procedure = $5)`;

/** A page of what was taken, in its order; what was cancelled is among it. */
export async function listTakings(
  transaction: Transaction,
  { unit, from, to, officer, procedure, cursor, limit }: FeeFilter,
): Promise<{ readonly rows: readonly TakingRow[]; readonly next: string | null }> {
  const after = cursor === undefined ? undefined : parseCursor(cursor, Cursor);
  const parameters = new Parameters([unit, from, to, officer ?? null, procedure ?? null]);
  const text = [taken, ...oldestFirst.behind(after, parameters)].join(' AND ');
  const rows = await transaction.query<KeysetRow<TakingRow, keyof z.infer<typeof Cursor>>>(
    `${text} ${oldestFirst.orderAndLimit(limit, parameters)}`,
    parameters.values,
  );
  const { page, next } = oldestFirst.cut(rows, limit);
  return { rows: page, next: next === null ? null : encodeCursor(next) };
}
