export type Language = 'vi' | 'en';

export interface Wording {
  readonly vi: string;
  readonly en: string;
}

/** Local dates, `YYYY-MM-DD`, both inclusive. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

/** A part of a whole, in whole numbers; the denominator is never 0. */
export interface Share {
  readonly numerator: number;
  readonly denominator: number;
}

/** Why a figure has no value: its denominator is 0, nothing collects it here, or it is known under the units of then alone. */
export type Missing = 'nothing-to-count' | 'source-absent' | 'as-was-only';

/** A document behind an entry. */
export interface Document {
  documentNumber: string;
  date: string;
  file?: { name: string; href: string; sha256?: string | undefined } | undefined;
  note?: string | undefined;
}

export interface UnitName {
  unit: string;
  unitName: string;
}

/** What one unit entered for one validity. */
export interface EvidenceRow extends UnitName {
  validFrom: string;
  validTo: string | null;
  /** What it adds to the figure. */
  numerator: number;
  denominator: number;
  version: number;
  documents: Document[];
}

/** Where the list behind a counted figure is. */
export interface FigureList {
  href: string;
  kind: 'dossiers' | 'ratings';
  indicator: string;
  part: 'numerator' | 'denominator' | 'rest' | 'value';
  by: 'level' | 'unit' | null;
  key: string | null;
}
