import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ScrollRegion } from '../../../ui/scroll-region.tsx';
import type { SortColumn } from '../board-search.ts';
import type { UnitMonth } from '../months/use-unit-months.ts';
import type { RankRow } from './rank-rows.ts';
import { RankingRow } from './ranking-row.tsx';
import './ranking.css';

const route = getRouteApi('/board');
const columns = [
  { column: 'name', word: 'unit' },
  { column: 'onTime', word: 'cards.onTime' },
  { column: 'overdue', word: 'overdue' },
  { column: 'online', word: 'cards.online' },
  { column: 'received', word: 'received' },
] as const;

export interface RankingTableProps {
  readonly rows: readonly RankRow[];
  readonly months: readonly UnitMonth[];
  /** What is aimed at, as a line over the bars. */
  readonly target: number | undefined;
  readonly asOf: string | undefined;
  readonly sort: SortColumn;
  readonly down: boolean;
}

export function RankingTable({ rows, months, target, asOf, sort, down }: RankingTableProps) {
  const { t } = useTranslation('board');
  const navigate = route.useNavigate();
  const sortBy = (column: SortColumn): void => {
    const goesDown = sort === column && !down;
    void navigate({
      search: ({ down: _before, ...rest }) => ({ ...rest, sort: column, ...(goesDown ? { down: true } : {}) }),
      replace: true,
      resetScroll: false,
    });
  };
  return (
    <ScrollRegion label={t('units', { number: String(rows.length) })}>
      <table className="ranking">
        <thead>
          <tr>
            {columns.map(({ column, word }) => (
              <th key={column} scope="col" aria-sort={sort === column ? (down ? 'descending' : 'ascending') : 'none'}>
                <button
                  type="button"
                  className="ranking-sort"
                  onClick={() => {
                    sortBy(column);
                  }}
                >
                  {t(word)} <span aria-hidden>{sort === column ? (down ? '▾' : '▴') : ''}</span>
                </button>
              </th>
            ))}
            <th scope="col">{t('twelveMonths')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <RankingRow key={row.unit} row={row} months={months} target={target} asOf={asOf} />
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
