import type { Board } from '@motcua/contracts';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { boardQuery, nearestQuery } from '../api/board-queries.ts';
import { formatPeriod } from '../format/dates.ts';
import type { Organisation } from './organisation.ts';
import { toWholeYear, type Period } from './periods.ts';
import type { ScopeSearch } from './scope-search.ts';
import { useToday } from '../ui/use-today.ts';
import './empty-period.css';

export interface EmptyPeriodProps {
  readonly unit: string;
  readonly period: Period;
  readonly asOf?: string | undefined;
  readonly organisation?: Organisation | undefined;
}

/** Where nothing was received or finished in a period: that it is so, and the way to the nearest period with figures. Else nothing. */
export function EmptyPeriod({ unit, period, asOf, organisation }: EmptyPeriodProps) {
  const { t } = useTranslation('period');
  const today = useToday();
  const board = useQuery(boardQuery({ unit, ...period, asOf, organisation }));
  const isEmpty = board.data !== undefined && !board.isPlaceholderData && isNothing(board.data);
  const { data } = useQuery({ ...nearestQuery({ unit, ...period, asOf }), enabled: isEmpty });
  if (!isEmpty) return null;
  const year = toWholeYear(period, today);
  const nearest = data?.nearest ?? undefined;
  return (
    <p className="empty-period" role="status">
      <span>
        {year === undefined ? t('nothingIn', { period: formatPeriod(period.from, period.to) }) : t('nothingInYear', { year })}
      </span>
      {nearest !== undefined && (
        <span>
          {t('nearest', { period: formatPeriod(nearest.from, nearest.to) })}
          {' – '}
          <Link to="." search={(before: ScopeSearch) => ({ ...before, ...nearest })}>
            {t('openNearest')}
          </Link>
        </span>
      )}
    </p>
  );
}

const isNothing = ({ rows: [whole] }: Board): boolean =>
  ['received', 'finished'].every((indicator) => (whole?.indicators[indicator]?.value ?? 0) === 0);
