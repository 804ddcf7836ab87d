import fc from 'fast-check';
import { ancestors, type RatedUnit } from './reference-satisfaction.ts';

/** An attempt; a dossier is an index into the history's dossiers, a token one of those that the dossier was given. */
export type RatingStep =
  | { readonly kind: 'wait'; readonly minutes: number }
  | { readonly kind: 'return'; readonly dossier: number }
  | { readonly kind: 'token'; readonly dossier: number }
  | { readonly kind: 'rate'; readonly dossier: number; readonly token: number; readonly values: readonly number[] }
  | {
      readonly kind: 'import';
      readonly lines: readonly { readonly dossier: number; readonly agoMinutes: number; readonly values: readonly number[] }[];
      readonly times: 1 | 2;
    };

export interface RatingHistory {
  readonly units: readonly RatedUnit[];
  readonly steps: readonly RatingStep[];
  /** Cuts, as days after the first. */
  readonly periods: readonly (readonly [number, number])[];
}

const DOSSIERS = 6;
const DAY_MINUTES = 1_440;

const dossier = fc.nat({ max: DOSSIERS - 1 });
/** Mostly near the bound of satisfaction, on both sides of it; now and then off the scale. */
const values = fc.oneof(
  { weight: 9, arbitrary: fc.array(fc.constantFrom(1, 3, 4, 4, 5, 5), { minLength: 5, maxLength: 5 }) },
  { weight: 1, arbitrary: fc.constantFrom([5, 5, 5, 5, 6], [0, 5, 5, 5, 5]) },
);

const step: fc.Arbitrary<RatingStep> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('wait' as const),
      // Minutes, within which the counter's tokens hold, to the minute of their end; hours, so that days are crossed.
      minutes: fc.oneof(
        { weight: 3, arbitrary: fc.integer({ min: 1, max: 60 }) },
        { weight: 1, arbitrary: fc.constantFrom(119, 120) },
        { weight: 3, arbitrary: fc.integer({ min: 1, max: 2 * DAY_MINUTES }) },
      ),
    }),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('return' as const), dossier }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('token' as const), dossier }) },
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('rate' as const), dossier, token: fc.nat({ max: 2 }), values }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('import' as const),
      lines: fc.array(fc.record({ dossier, agoMinutes: fc.integer({ min: -60, max: 2 * DAY_MINUTES }), values }), {
        minLength: 1,
        maxLength: 4,
      }),
      times: fc.constantFrom(1 as const, 2 as const),
    }),
  },
);

/** What mostly happens: a citizen gets the result, a code, and answers at once. By chance alone such a row is rare. */
const visit: fc.Arbitrary<RatingStep[]> = fc.record({ dossier, values }).map(({ dossier: at, values: given }) => [
  { kind: 'return', dossier: at },
  { kind: 'token', dossier: at },
  { kind: 'rate', dossier: at, token: 0, values: given },
]);

const someSteps = fc.oneof({ weight: 9, arbitrary: step.map((one) => [one]) }, { weight: 1, arbitrary: visit });

/** Dossiers of several units, returned early, late or never; tokens, ratings and imports in any order. */
export const ratingHistory: fc.Arbitrary<RatingHistory> = fc.record({
  units: fc.array(fc.constantFrom(...(Object.keys(ancestors) as RatedUnit[])), { minLength: DOSSIERS, maxLength: DOSSIERS }),
  steps: fc.array(someSteps, { minLength: 15, maxLength: 40 }).map((steps) => steps.flat()),
  periods: fc.array(fc.tuple(fc.nat({ max: 12 }), fc.nat({ max: 12 })), { minLength: 2, maxLength: 4 }),
});
