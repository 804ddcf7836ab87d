import type { Board } from '@motcua/contracts';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatPeriod } from '../../format/dates.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { Choice } from '../../ui/choice.tsx';
import { AsOfChoice } from './as-of-choice.tsx';
import type { BoardScope } from './board-scope.ts';
import { comparisons, type Comparison } from './board-search.ts';
import type { LiveStatus } from './live/follow-live.ts';
import { Freshness } from './live/freshness.tsx';
import { OrganisationChoice } from './organisation-choice.tsx';
import { WallWays } from './wall/wall-ways.tsx';
import './board-head.css';

const route = getRouteApi('/board');
const comparisonWords = { previous: 'comparePrevious', year: 'compareYear' } as const satisfies Record<Comparison, string>;

export interface BoardHeadProps {
  readonly board: Board;
  readonly scope: BoardScope;
  readonly status: LiveStatus | undefined;
}

/** What the figures are of and how fresh they are; how they are looked at. */
export function BoardHead({ board, scope, status }: BoardHeadProps) {
  const { t } = useTranslation('board');
  const format = useFormat();
  const { compare } = route.useSearch();
  const navigate = route.useNavigate();
  const name = board.rows[0]?.name;
  return (
    <header className="board-head">
      <div>
        <h1>{name === undefined ? board.unit : format.name(name)}</h1>
        <p className="about">
          <span>{formatPeriod(scope.period.from, scope.period.to)}</span>
          <span>{t('asOf', { at: format.moment(board.asOf) })}</span>
          <Freshness board={board} status={status} />
          {board.parked > 0 && <span className="board-parked">{t('parked', { number: format.count(board.parked) })}</span>}
        </p>
      </div>
      <div className="board-tools">
        <Choice
          label={t('compare')}
          options={[
            { value: 'none', label: t('compareNone') },
            ...comparisons.map((value) => ({ value, label: t(comparisonWords[value]) })),
          ]}
          value={compare ?? 'none'}
          onChange={(value) =>
            void navigate({ search: ({ compare: _before, ...rest }) => (value === 'none' ? rest : { ...rest, compare: value }) })
          }
        />
        <OrganisationChoice organisation={scope.organisation} />
        <AsOfChoice asOf={scope.asOf} />
        <WallWays />
      </div>
    </header>
  );
}
