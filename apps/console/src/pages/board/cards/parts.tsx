import type { Figure } from '@motcua/contracts';
import { useFormat } from '../../../i18n/use-format.ts';

/** What a rate is made of: `23.080 / 23.794`. Nothing where there is nothing to count. */
export function Parts({ figure }: { readonly figure: Figure | undefined }) {
  const format = useFormat();
  const { numerator = null, denominator = null } = figure ?? {};
  if (numerator === null || denominator === null || denominator === 0) return null;
  return (
    <span className="card-quiet">
      {format.count(numerator)} / {format.count(denominator)}
    </span>
  );
}
