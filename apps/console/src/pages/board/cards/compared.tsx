import type { Figure } from '@motcua/contracts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.ts';

/** How much a figure differs from the period compared with: points of a rate, a number of a count. */
export function Compared({ figure, before }: { readonly figure: Figure | undefined; readonly before: Figure | undefined }) {
  const { t } = useTranslation('board');
  const format = useFormat();
  if (figure === undefined || figure.value === null || before === undefined || before.value === null) return null;
  const difference = figure.value - before.value;
  return (
    <span className="card-quiet">
      {figure.denominator === null ? format.difference(difference) : t('points', { points: format.points(difference) })}
    </span>
  );
}
