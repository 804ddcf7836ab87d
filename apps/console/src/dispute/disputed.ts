import type { DisputedFigure } from '@motcua/contracts';

/** What a page says of a figure that it shows; unit, period and moment are those of the page where it says nothing else. */
export type Disputed = Pick<DisputedFigure, 'page'> & Partial<Omit<DisputedFigure, 'page'>>;

const nothing = {
  asOf: null,
  indicator: null,
  figure: null,
  part: null,
  by: null,
  key: null,
  numerator: null,
  denominator: null,
  value: null,
} as const;

/** The whole address of a figure. */
export const toDisputedFigure = (
  disputed: Disputed,
  { unit, from, to }: Pick<DisputedFigure, 'unit' | 'from' | 'to'>,
): DisputedFigure => ({ unit, from, to, ...nothing, ...disputed });

/** The page on which a reported figure stands, as it stood: `/figures/on-time.closed?unit=…`. Of a past moment where one was said. */
export function toDisputedPath({ page, unit, from, to, asOf, indicator, figure, part, by, key }: DisputedFigure): string {
  const search = new URLSearchParams({ unit, from, to });
  const add = (values: Readonly<Record<string, string | null>>): void => {
    for (const [name, value] of Object.entries(values)) if (value !== null) search.set(name, value);
  };
  switch (page) {
    case 'board':
      add({ asOf });
      return `/board?${search.toString()}`;
    case 'list':
      add({ asOf, part, by, key });
      return `/figures/${encodeURIComponent(indicator ?? '')}?${search.toString()}`;
    case 'report':
      add({ asOf, figure });
      return `/report?${search.toString()}`;
    case 'worklist':
      return `/worklist?unit=${encodeURIComponent(unit)}`;
  }
}
