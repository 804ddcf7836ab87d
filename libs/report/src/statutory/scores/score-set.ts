import type { Wording } from '../../vocabulary.ts';

/** How a share becomes points. */
export type PointRule =
  /** In proportion, and in full from `full` on: a share between 0 and 1. */
  | { readonly kind: 'linear'; readonly full: number }
  /** The points of the highest step that the share reaches; below all of them none. */
  | { readonly kind: 'steps'; readonly steps: readonly { readonly from: number; readonly points: number }[] };

/** Where the share comes from: an indicator of the boards, a figure that is entered or rated, or nobody tells it here. */
export type ScoreSource =
  | { readonly kind: 'indicator'; readonly id: string }
  | { readonly kind: 'figure'; readonly id: string }
  | { readonly kind: 'none' };

export interface ScoreCriterion {
  /** As the set numbers it. */
  readonly id: string;
  readonly name: Wording;
  readonly max: number;
  readonly rule: PointRule;
  readonly source: ScoreSource;
  /** Whether points and thresholds are read in the source, or only believed or inferred. */
  readonly isCertain: boolean;
}

export interface ScoreGroup {
  readonly id: string;
  readonly name: Wording;
  readonly criteria: readonly ScoreCriterion[];
}

export interface Grade {
  readonly name: Wording;
  /** Points from which on it is given. */
  readonly from: number;
}

/** A set of criteria, as it holds for some time: data, never a constant of a formula. */
export interface ScoreSet {
  readonly id: string;
  readonly version: number;
  /** Local dates, inclusive; null: until further notice. */
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly name: Wording;
  /** Law or document it comes from. */
  readonly source: string;
  readonly groups: readonly ScoreGroup[];
  /** Highest first; empty: the set gives points and no grade. */
  readonly grades: readonly Grade[];
}

/** The version of a set that holds on a date; undefined: there was none yet, or none any more. */
export const findScoreSet = (sets: readonly ScoreSet[], id: string, date: string): ScoreSet | undefined =>
  sets
    .filter((set) => set.id === id && set.validFrom <= date && (set.validTo === null || date <= set.validTo))
    .sort((one, other) => other.version - one.version)[0];
