import type { Missing, Share } from '../../vocabulary.ts';
import type { Grade, ScoreCriterion, ScoreSet } from './score-set.ts';
import { HUNDREDTHS, toMissingForFull, toPoints } from './to-points.ts';

/** What is known of a criterion: its share, or why there is none. */
export type KnownShare = Share | Missing;

/** A criterion with its points; null where it is not known: that is neither nought nor the maximum. */
export interface ScoredCriterion {
  readonly criterion: ScoreCriterion;
  readonly share: Share | null;
  readonly missing: Missing | null;
  readonly points: number | null;
  /** Points that are wanting, and how many more would have to count for them; null where it is not known. */
  readonly gain: number | null;
  readonly moreToFull: number | null;
}

export interface Score {
  readonly criteria: readonly ScoredCriterion[];
  /** Of what is known; two decimals. */
  readonly points: number;
  /** The most that what is known can give, and the most there is. */
  readonly knownMax: number;
  readonly max: number;
  /** The criterion that is wanting most points; null: nothing known is wanting any. */
  readonly next: ScoredCriterion | null;
  /** Whatever the unknown criteria are; null: they decide it, or the set gives none. */
  readonly grade: Grade | null;
}

/** The score of a unit by a set. What nobody tells is left out of the points and shown, and no grade is given that it could turn. */
export function toScore(set: ScoreSet, shareOf: (criterion: ScoreCriterion) => KnownShare): Score {
  const criteria = set.groups.flatMap((group) => group.criteria).map((criterion) => toScored(criterion, shareOf(criterion)));
  const known = criteria.filter(({ points }) => points !== null);
  const points = sum(known.map((one) => one.points ?? 0));
  const knownMax = sum(known.map(({ criterion }) => criterion.max));
  const max = sum(criteria.map(({ criterion }) => criterion.max));
  const lowest = findGrade(set, points);
  const highest = findGrade(set, sum([points, max, -knownMax]));
  return { criteria, points, knownMax, max, next: findNext(known), grade: lowest === highest ? lowest : null };
}

function toScored(criterion: ScoreCriterion, share: KnownShare): ScoredCriterion {
  if (typeof share === 'string' || share.denominator === 0) {
    const missing = typeof share === 'string' ? share : 'nothing-to-count';
    return { criterion, share: null, missing, points: null, gain: null, moreToFull: null };
  }
  const hundredths = toPoints(share, criterion.max, criterion.rule);
  const gain = (Math.round(criterion.max * HUNDREDTHS) - hundredths) / HUNDREDTHS;
  const moreToFull = toMissingForFull(share, criterion.rule);
  return { criterion, share, missing: null, points: hundredths / HUNDREDTHS, gain, moreToFull };
}

/** Of equal gains the one with the fewest to do. */
const findNext = (known: readonly ScoredCriterion[]): ScoredCriterion | null =>
  known
    .filter(({ gain }) => (gain ?? 0) > 0)
    .sort((one, other) => (other.gain ?? 0) - (one.gain ?? 0) || (one.moreToFull ?? 0) - (other.moreToFull ?? 0))[0] ?? null;

const findGrade = ({ grades }: ScoreSet, points: number): Grade | null => grades.find(({ from }) => points >= from) ?? null;

/** Sums of hundredths, so that no binary fraction is left over. */
const sum = (values: readonly number[]): number =>
  values.reduce((total, value) => total + Math.round(value * HUNDREDTHS), 0) / HUNDREDTHS;
