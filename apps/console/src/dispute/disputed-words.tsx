import type { DisputedFigure } from '@motcua/contracts';
import { useFormat } from '../i18n/use-format.ts';
import { NoData } from '../ui/states.tsx';

/** A figure as its page showed it: a share with its parts, a count, or that there was no data. */
export function DisputedWords({ figure: { numerator, denominator, value } }: { readonly figure: DisputedFigure }) {
  const format = useFormat();
  if (numerator !== null && denominator !== null && denominator > 0)
    return `${format.share(numerator, denominator)} (${format.count(numerator)} / ${format.count(denominator)})`;
  return value === null ? <NoData /> : format.count(value);
}
