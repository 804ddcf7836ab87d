import { CursorNumber, encodeCursor, parseCursor } from '@motcua/http';
import { Keyset, Parameters, toTransaction, type KeysetRow } from '@motcua/postgres';
import type { Pool } from 'pg';
import { z } from 'zod';
import type { ApplicantStore } from '../applicants/applicant.store.ts';
import { toStored, type StoredDossier } from './dossier.store.ts';
import type { KnownDossier } from '@motcua/dossier';

export interface DossierFilter {
  /**
   * Dossiers that a unit or one below it answers for (found by the units that ever lay below, decided by the path each carries), or
   * that it or one below it handles (by the tree of today: no path is carried for that); undefined: all.
   */
  readonly unit: { readonly code: string; readonly subtree: readonly string[]; readonly below: readonly string[] } | undefined;
  readonly status: number | undefined;
  readonly dueBefore: string | undefined;
  /** A dossier code or source code, and where `byApplicant` an applicant's phone or ID number. */
  readonly q: string | undefined;
  readonly byApplicant: boolean;
  readonly cursor: string | undefined;
  readonly limit: number;
}

interface Row extends Record<string, unknown> {
  readonly state: KnownDossier;
  readonly occurred_at: Date;
  readonly recorded_at: Date;
}

const Cursor = z.strictObject({ before: CursorNumber });
const newestFirst = new Keyset({ before: ['ordinal', 'bigint'] }, { isNewestFirst: true });

export interface StoredPage {
  readonly stored: readonly StoredDossier[];
  /** Cursor of the next page; null: this is the last. */
  readonly next: string | null;
}

/** A page of dossiers, newest first. */
export async function listDossiers(pool: Pool, applicants: ApplicantStore, filter: DossierFilter): Promise<StoredPage> {
  const { text, parameters } = toQuery(applicants, filter);
  const rows = await toTransaction(pool).query<KeysetRow<Row, 'before'>>(text, parameters.values);
  const { page, next } = newestFirst.cut(rows, filter.limit);
  return {
    stored: page.map(toStored),
    next: next === null ? null : encodeCursor(next),
  };
}

/** Only what is asked for gets a condition, so that each question uses its own index. */
function toQuery(applicants: ApplicantStore, { unit, status, dueBefore, q, byApplicant, cursor, limit }: DossierFilter) {
  const parameters = new Parameters();
  const put = (value: unknown): string => parameters.put(value);
  const conditions = ['true'];
  if (unit !== undefined) {
    const subtree = put(unit.subtree);
    const own = `(responsible_unit = ANY (${subtree}) AND path @> ARRAY[${put(unit.code)}::text])`;
    conditions.push(`(${own} OR handling_unit = ANY (${put(unit.below)}))`);
  }
  if (status !== undefined) conditions.push(`status = ${put(status)}`);
  if (dueBefore !== undefined) conditions.push(`current_due < ${put(dueBefore)}`);
  if (q !== undefined) conditions.push(toSearch(applicants, q, byApplicant, put));
  const after = cursor === undefined ? undefined : parseCursor(cursor, Cursor);
  conditions.push(...newestFirst.behind(after, parameters));
  const text = `SELECT state, occurred_at, recorded_at, ${newestFirst.columns} FROM dossier
    WHERE ${conditions.join(' AND ')} ${newestFirst.orderAndLimit(limit, parameters)}`;
  return { text, parameters };
}

function toSearch(applicants: ApplicantStore, q: string, byApplicant: boolean, put: (value: unknown) => string): string {
  const wanted = put(q);
  const byCode = `code = ${wanted} OR source_code = ${wanted}`;
  if (!byApplicant) return `(${byCode})`;
  const { phone, idNumber } = applicants.toSearchHashes(q);
  return `(${byCode} OR dossier_id IN (SELECT dossier_id FROM applicant WHERE phone_hash = ANY (${put(phone)}) OR id_number_hash = ANY (${put(idNumber)})))`;
}
