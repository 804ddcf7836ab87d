import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { boardQuery, targetsQuery } from '../../../api/board-queries.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { Answer } from '../../../ui/answer.tsx';
import { ExportLinks } from '../../../ui/export-links.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { Empty } from '../../../ui/states.tsx';
import { toBoardRequest, type BoardScope } from '../board-scope.ts';
import type { Board } from '@motcua/contracts';
import { useUnitMonths } from '../months/use-unit-months.ts';
import { sortRows, toRankRows } from './rank-rows.ts';
import { RankingTable } from './ranking-table.tsx';
import { useStableOrder } from './use-stable-order.ts';

const route = getRouteApi('/board');

/** The units of a board beside each other. */
export function Ranking({ scope }: { readonly scope: BoardScope }) {
  const { t } = useTranslation('board');
  const query = useQuery(boardQuery({ ...toBoardRequest(scope), by: 'unit' }));
  return (
    <Panel
      title={t('units', { number: String(query.data?.rows.length ?? '…') })}
      aside={
        query.data !== undefined &&
        query.data.rows.length > 0 && (
          <ExportLinks path="/v1/board/export" query={{ ...toBoardRequest(scope), by: 'unit', asOf: query.data.asOf }} />
        )
      }
    >
      <Answer query={query} height={480}>
        {({ rows }) =>
          rows.length === 0 ? <Empty /> : <RankedUnits rows={rows} scope={scope} isOfBefore={query.isPlaceholderData} />
        }
      </Answer>
    </Panel>
  );
}

interface RankedUnitsProps {
  readonly rows: Board['rows'];
  readonly scope: BoardScope;
  /** Whether they are still those of the scope that was looked at before. */
  readonly isOfBefore: boolean;
}

function RankedUnits({ rows, scope, isOfBefore }: RankedUnitsProps) {
  const format = useFormat();
  const { sort = 'onTime', down = false } = route.useSearch();
  const { data: targets = [] } = useQuery(targetsQuery(scope.unit));
  const months = useUnitMonths(scope);
  const named = toRankRows(rows, ({ key, name }) => (name === undefined ? key : format.name(name)));
  const { unit, period, organisation, asOf } = scope;
  // The order is made anew with the rows of another scope, not with those that stand in for them meanwhile.
  const subject = [unit, period.from, period.to, organisation, asOf, isOfBefore, sort, down, format.locale].join(' ');
  const ordered = useStableOrder(sortRows(named, sort, down), (row) => row.unit, subject);
  const target = targets.find(({ indicator }) => indicator === 'on-time.closed' || indicator === 'on-time.766')?.target;
  return <RankingTable rows={ordered} months={months} target={target} asOf={asOf} sort={sort} down={down} />;
}
