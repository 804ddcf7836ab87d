import type { InstitutionalEntry, InstitutionalFigure, InstitutionalKind } from '@motcua/contracts';
import type { Transaction } from '@motcua/postgres';
import { toFigureCode, type EntryVersion } from '../entries/entry.ts';
import { toVersion } from '../entries/reference.store.ts';
import { figureKind } from './put-figure.ts';

export interface FigureQuery {
  readonly kinds: readonly InstitutionalKind[];
  readonly units: readonly string[];
  /** First and last local day; what holds on any of them is listed. */
  readonly from: string;
  readonly to: string;
}

/** The counting versions of these kinds and units that hold on a day of the period, by code and validity. */
export async function listFigures(
  transaction: Transaction,
  { kinds, units, from, to }: FigureQuery,
): Promise<InstitutionalEntry[]> {
  const codes = kinds.flatMap((kind) => units.map((unit) => toFigureCode({ kind, unit })));
  const text = `SELECT code, version, recorded_at, superseded_by, document FROM entry_version
    WHERE kind = $1 AND superseded_by IS NULL AND code = ANY ($2) AND valid_from <= $4 AND (valid_to IS NULL OR valid_to >= $3)
    ORDER BY code, valid_from`;
  const parameters = [figureKind, codes, from, to];
  const rows = await transaction.query<Parameters<typeof toVersion>[0]>({ name: 'figure.list', text }, parameters);
  return rows.map((row) => toFigureEntry(toVersion(row)));
}

export function toFigureEntry(version: EntryVersion): InstitutionalEntry {
  const document = version.document as InstitutionalFigure; // what is stored under this kind was validated as one
  return { kind: document.kind, unit: document.unit, ...version, document };
}
