import fc from 'fast-check';
import { articleFigures, furtherFigures } from '../figures/definitions.ts';
import type { GivenFigure } from '../figures/given-figure.ts';

const anyShare = fc
  .tuple(fc.nat({ max: 2_000_000 }), fc.nat({ max: 2_000_000 }))
  .map(([one, other]) => ({ numerator: Math.min(one, other), denominator: Math.max(one, other) }));

/** Every figure of the report: mostly with data, sometimes with nothing to count, away or absent. */
export const anyFigures: fc.Arbitrary<GivenFigure[]> = fc.tuple(
  ...[...articleFigures, ...furtherFigures].map((id) =>
    fc.oneof(
      {
        weight: 8,
        arbitrary: anyShare.map(
          (share): GivenFigure =>
            ({
              id,
              indicator: id,
              version: 1,
              ...share,
              missing: share.denominator === 0 ? 'nothing-to-count' : null,
            }) as GivenFigure,
        ),
      },
      {
        weight: 1,
        arbitrary: fc
          .constantFrom('source-absent' as const, 'source-away' as const)
          .map((missing): GivenFigure => ({ id, indicator: id, version: 1, numerator: null, denominator: null, missing })),
      },
    ),
  ),
);
