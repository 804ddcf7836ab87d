import type { EvidenceRow, FigureList, Missing, Share, UnitName } from '../vocabulary.ts';
import type { FigureId } from './definitions.ts';

/** A figure as it was counted: both parts, or why there are none. */
export type GivenFigure = {
  readonly id: FigureId;
  /** The definition it follows, and its version. */
  readonly indicator: string;
  readonly version: number;
  readonly evidence?: readonly EvidenceRow[];
  /** Where units are counted: those that are in the denominator alone. */
  readonly without?: readonly UnitName[];
  readonly list?: FigureList;
  /** What the denominator counts and the numerator does not. */
  readonly rest?: FigureList;
} & (
  | { readonly numerator: number; readonly denominator: number; readonly missing: null }
  | { readonly numerator: number | null; readonly denominator: number | null; readonly missing: Missing }
);

/** What is behind a figure. */
type Behind = Pick<GivenFigure, 'evidence' | 'without' | 'list' | 'rest'>;

type Origin = Pick<GivenFigure, 'id' | 'indicator' | 'version'>;

/** A figure of two sums; nothing in the denominator is no figure. */
export const toGiven = (origin: Origin, { numerator, denominator }: Share, behind: Behind = {}): GivenFigure =>
  denominator === 0
    ? { ...origin, ...behind, numerator, denominator, missing: 'nothing-to-count' }
    : { ...origin, ...behind, numerator, denominator, missing: null };

export const toMissing = (origin: Origin, missing: Missing): GivenFigure => ({
  ...origin,
  numerator: null,
  denominator: null,
  missing,
});

export const findShare = (figure: GivenFigure): Share | undefined =>
  figure.missing === null ? { numerator: figure.numerator, denominator: figure.denominator } : undefined;
