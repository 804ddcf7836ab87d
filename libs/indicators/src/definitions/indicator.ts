import type { MeasureId } from '../measures/measure.ts';

export interface Wording {
  readonly vi: string;
  readonly en: string;
}

/** The dossiers of one set that are not in another one (a part of it). `at: 'start'`: as the period began with it. */
export interface Term {
  readonly of: MeasureId;
  readonly except?: MeasureId;
  readonly at?: 'start';
}

/** Dossiers counted together; the terms of a part never share a dossier. */
export type Part = readonly Term[];

interface Definition<Id extends string> {
  readonly id: Id;
  /** Grows when the formula changes; a figure names the version it was computed by. */
  readonly version: number;
  /** Local dates, inclusive; null: until further notice. */
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly name: Wording;
  readonly formula: Wording;
  /** Law or document the definition comes from. */
  readonly source: string;
}

export interface Rate<Id extends string = string> extends Definition<Id> {
  readonly kind: 'rate';
  readonly numerator: Part;
  readonly denominator: Part;
}

export interface Count<Id extends string = string> extends Definition<Id> {
  readonly kind: 'count';
  readonly counted: Part;
}

export type Indicator = Rate | Count;
