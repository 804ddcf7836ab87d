import type { DisputedFigure } from '@motcua/contracts';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { indicatorsQuery } from '../api/board-queries.ts';
import { useUnitName } from '../dossier/use-names.ts';
import { formatPeriod } from '../format/dates.ts';
import { useFormat } from '../i18n/use-format.ts';
import { toDisputedPath } from './disputed.ts';

/** Where a figure stood; opens the very same one. */
export function AboutFigure({ about }: { readonly about: DisputedFigure }) {
  const { t } = useTranslation('dispute');
  const format = useFormat();
  const unitName = useUnitName();
  const { data: indicators = [] } = useQuery(indicatorsQuery);
  const name = indicators.find(({ id }) => id === about.indicator)?.name;
  return (
    <>
      <Link to={toDisputedPath(about)}>{name === undefined ? (about.indicator ?? t('ofPage')) : format.name(name)}</Link>
      <br />
      <span className="quiet">
        {unitName(about.unit)} · {formatPeriod(about.from, about.to)}
      </span>
    </>
  );
}
