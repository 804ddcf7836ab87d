import type { Figure } from '@motcua/contracts';
import { findPart, indicators, type FigureNumber, type Indicator, type Part } from '@motcua/indicators';

export type NumberPart = 'numerator' | 'denominator' | 'value';

/** A number that a figure is made of, and which dossiers it counts. */
export interface FrozenNumber {
  readonly name: FigureNumber;
  readonly indicator: Indicator;
  readonly part: NumberPart;
  readonly terms: Part;
}

/** How a close names a number that it has frozen: the place in its list stands for it on each of its lines. */
export interface FrozenName {
  readonly name: string;
  readonly version: number;
}

/** Every number of the registry, in its order. */
export const frozenNumbers: readonly FrozenNumber[] = indicators.flatMap((indicator) =>
  (indicator.kind === 'rate' ? (['numerator', 'denominator'] as const) : (['value'] as const)).map((part) => ({
    name: toNumberName(indicator.id, part) as FigureNumber, // an id of the registry and a part it has
    indicator,
    part,
    terms: findPart(indicator, part === 'value' ? 'numerator' : part) ?? [],
  })),
);

export const frozenNames: readonly FrozenName[] = frozenNumbers.map(({ name, indicator: { version } }) => ({ name, version }));

export function toNumberName(indicator: string, part: NumberPart): string {
  return `${indicator}/${part}`;
}

/** `on-time.766/numerator` → its two parts. */
export function parseNumberName(name: string): { indicator: string; part: NumberPart } {
  const slash = name.lastIndexOf('/');
  return { indicator: name.slice(0, slash), part: name.slice(slash + 1) as NumberPart }; // written by `toNumberName` alone
}

/** Figures by indicator id, of the numbers they are made of; what is not named counts nothing. */
export function toFigures(names: readonly FrozenName[], counts: ReadonlyMap<string, number>): Record<string, Figure> {
  const figures: Record<string, Figure> = {};
  for (const { name, version } of names) {
    const { indicator, part } = parseNumberName(name);
    if (part === 'denominator') continue;
    const count = counts.get(name) ?? 0;
    figures[indicator] =
      part === 'value'
        ? { version, numerator: null, denominator: null, value: count }
        : toRate(version, count, counts.get(toNumberName(indicator, 'denominator')) ?? 0);
  }
  return figures;
}

const toRate = (version: number, numerator: number, denominator: number): Figure => ({
  version,
  numerator,
  denominator,
  value: denominator === 0 ? null : numerator / denominator,
});
