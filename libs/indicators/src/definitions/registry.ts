import { causes } from './causes.ts';
import { counts } from './counts.ts';
import { digitizedRates } from './digitized.ts';
import type { Indicator, Part } from './indicator.ts';
import { onTimeRates } from './on-time.ts';
import { onlineRates } from './online.ts';

const defined = [...onTimeRates, ...counts, ...onlineRates, ...digitizedRates, ...causes] as const;
type Defined = (typeof defined)[number];

/** Every indicator, in the order they are shown. */
export const indicators: readonly Indicator[] = defined;

export type IndicatorId = Defined['id'];

type PartsOf<One> = One extends { readonly kind: 'rate'; readonly id: infer Id extends string }
  ? `${Id}/numerator` | `${Id}/denominator`
  : One extends { readonly id: infer Id extends string }
    ? `${Id}/value`
    : never;

/** Every number that a figure is made of, `<indicator>/<part>`: whatever is kept by it does not compile while one is missing. */
export type FigureNumber = PartsOf<Defined>;

export type IndicatorPart = 'numerator' | 'denominator';

/** The newest version of an indicator. */
export const findIndicator = (id: string): Indicator | undefined =>
  indicators.filter((indicator) => indicator.id === id).reduce<Indicator | undefined>(newer, undefined);

const newer = (one: Indicator | undefined, other: Indicator): Indicator =>
  one === undefined || other.version > one.version ? other : one;

/** The dossiers of a part; what a count counts is its numerator, and it has no denominator. */
export function findPart(indicator: Indicator, part: IndicatorPart): Part | undefined {
  if (indicator.kind === 'rate') return indicator[part];
  return part === 'numerator' ? indicator.counted : undefined;
}
