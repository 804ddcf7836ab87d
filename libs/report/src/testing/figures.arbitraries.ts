import fc from 'fast-check';
import { articleFigures, furtherFigures } from '../figures/definitions.ts';
import { toGiven, type GivenFigure } from '../figures/given-figure.ts';

const anyShare = fc
  .tuple(fc.nat({ max: 2_000_000 }), fc.nat({ max: 2_000_000 }))
  .map(([one, other]) => ({ numerator: Math.min(one, other), denominator: Math.max(one, other) }));

/** Every figure of the report: mostly with data, sometimes with nothing to count, away or absent. */
export const anyFigures: fc.Arbitrary<GivenFigure[]> = fc.tuple(
  ...[...articleFigures, ...furtherFigures].map((id) =>
    fc.oneof(
      {
        weight: 8,
        arbitrary: anyShare.map((share) => toGiven({ id, indicator: id, version: 1 }, share)),
      },
      {
        weight: 1,
        arbitrary: fc
          .constantFrom('source-absent' as const, 'as-was-only' as const)
          .map((missing): GivenFigure => ({ id, indicator: id, version: 1, numerator: null, denominator: null, missing })),
      },
    ),
  ),
);
