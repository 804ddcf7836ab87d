import type { Figure } from '@motcua/contracts';
import { useFormat } from '../../../i18n/use-format.ts';
import { NoData } from '../../../ui/states.tsx';

/** A figure as people read it: `97,0 %`, `23.794`, or that there is none. */
export function Share({ figure }: { readonly figure: Figure | undefined }) {
  const format = useFormat();
  if (figure === undefined || figure.value === null) return <NoData />;
  const { numerator, denominator, value } = figure;
  return <>{numerator === null || denominator === null ? format.count(value) : format.share(numerator, denominator)}</>;
}
