import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { boardQuery } from '../../../api/board-queries.ts';
import { toMonths } from '../../../scope/periods.ts';
import { Answer } from '../../../ui/answer.tsx';
import { Button } from '../../../ui/button.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { toBoardRequest, type BoardScope } from '../board-scope.ts';
import { useTableKey } from '../use-table-key.ts';
import { MonthChart } from './month-chart.tsx';
import { MonthTable } from './month-table.tsx';

/** The on-time rate and what came in, over twelve months; as a chart, and one key away as a table. */
export function MonthTrend({ scope }: { readonly scope: BoardScope }) {
  const { t } = useTranslation('board');
  const [first] = toMonths(scope.period);
  const query = useQuery(boardQuery({ ...toBoardRequest(scope), from: first?.from ?? scope.period.from, by: 'month' }));
  const [isTable, turn] = useTableKey();
  return (
    <Panel
      title={t('monthly')}
      aside={
        <Button kind="quiet" onPress={turn}>
          {isTable ? t('asChart') : t('asTable')}
        </Button>
      }
    >
      <Answer query={query} height={240}>
        {({ rows }) => (isTable ? <MonthTable rows={rows} /> : <MonthChart rows={rows} />)}
      </Answer>
    </Panel>
  );
}
