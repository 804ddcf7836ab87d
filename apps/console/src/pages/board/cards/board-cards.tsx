import type { Board, Target } from '@motcua/contracts';
import { useQuery } from '@tanstack/react-query';
import { boardQuery, targetsQuery } from '../../../api/board-queries.ts';
import { toMonths, toPrevious, toYearBefore } from '../../../scope/periods.ts';
import { toBoardRequest, type BoardScope } from '../board-scope.ts';
import type { Comparison } from '../board-search.ts';
import type { CardData } from './card-data.ts';
import { OnTimeCard } from './on-time-card.tsx';
import { OnlineCard } from './online-card.tsx';
import { OverdueCard } from './overdue-card.tsx';
import { RateCard } from './rate-card.tsx';
import { SatisfiedCard } from './satisfied-card.tsx';
import { TodayCard } from './today-card.tsx';

export interface BoardCardsProps {
  readonly board: Board;
  readonly scope: BoardScope;
  readonly compare: Comparison | undefined;
}

/** The figures of a unit side by side: none of them alone. */
export function BoardCards({ board, scope, compare }: BoardCardsProps) {
  const { period, asOf } = scope;
  const [first] = toMonths(period);
  const months = useQuery(boardQuery({ ...toBoardRequest(scope), from: first?.from ?? period.from, by: 'month' }));
  const other = compare === 'year' ? toYearBefore(period) : toPrevious(period);
  const compared = useQuery({ ...boardQuery({ ...toBoardRequest(scope), ...other }), enabled: compare !== undefined });
  const { data: targets = [] } = useQuery(targetsQuery(scope.unit));

  const data: CardData = {
    figures: board.rows[0]?.indicators ?? {},
    compared: compare === undefined ? undefined : compared.data?.rows[0]?.indicators,
    months: months.data?.rows ?? [],
    findTarget: (indicator) => findTarget(targets, indicator, period.to),
    subject: `${scope.unit} ${period.from} ${period.to}`,
    asOf,
  };
  return (
    <div className="cards">
      <OnTimeCard data={data} />
      <OverdueCard data={data} />
      <OnlineCard data={data} scope={scope} />
      <RateCard data={data} indicator="digitized.dossiers" title="digitized" />
      <SatisfiedCard scope={scope} />
      <TodayCard data={data} scope={scope} />
    </div>
  );
}

const findTarget = (targets: readonly Target[], indicator: string, day: string): number | undefined =>
  targets.find(
    (target) => target.indicator === indicator && target.validFrom <= day && (target.validTo === null || target.validTo >= day),
  )?.target;
