import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { boardQuery } from '../../../api/board-queries.ts';
import { formatDate, formatPeriod, toLocalDate } from '../../../format/dates.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { Answer } from '../../../ui/answer.tsx';
import { Button } from '../../../ui/button.tsx';
import { Choice } from '../../../ui/choice.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { NoData } from '../../../ui/states.tsx';
import { useToday } from '../../../ui/use-today.ts';
import { toBoardRequest, type BoardScope } from '../board-scope.ts';
import { useTableKey } from '../use-table-key.ts';
import { DayCalendar } from './day-calendar.tsx';
import { DayTable } from './day-table.tsx';
import { dayMeasures, summarize, toCalendar, toShownDays, type DayMeasure } from './to-calendar.ts';
import './days.css';

/** Past days hardly move. */
const STALE_MS = 5 * 60_000;

/** What came in on each day, or was overdue at the end of it: as a calendar, and one key away as a table. */
export default function Days({ scope }: { readonly scope: BoardScope }) {
  const { t } = useTranslation('board');
  const format = useFormat();
  const now = useToday();
  const [measure, setMeasure] = useState<DayMeasure>('received');
  const [isTable, turn] = useTableKey();
  const period = toShownDays(scope.period);
  const query = useQuery({ ...boardQuery({ ...toBoardRequest({ ...scope, period }), by: 'day' }), staleTime: STALE_MS });
  return (
    <Panel
      title={t('byDay')}
      className="days"
      aside={
        <Button kind="quiet" onPress={turn}>
          {isTable ? t('asChart') : t('asTable')}
        </Button>
      }
    >
      <p className="days-tools">
        <Choice
          label={t('dayMeasure')}
          options={dayMeasures.map((value) => ({ value, label: t(`dayMeasures.${value}`) }))}
          value={measure}
          onChange={setMeasure}
        />
        {period.from !== scope.period.from && (
          <span className="quiet">{t('onlyDays', { days: formatPeriod(period.from, period.to) })}</span>
        )}
      </p>
      <Answer query={query} height={240}>
        {({ rows }) => {
          const today = scope.asOf === undefined ? now : toLocalDate(scope.asOf);
          const months = toCalendar(rows, period, measure, today);
          const sum = summarize(months);
          if (sum === undefined) return <NoData />;
          return (
            <>
              <p className="quiet">
                {t(`daySums.${measure}`, {
                  day: formatDate(sum.most.date),
                  number: format.count(sum.most.count),
                  days: format.count(sum.days),
                })}
              </p>
              {isTable ? (
                <DayTable months={months} measure={measure} asOf={scope.asOf} />
              ) : (
                <DayCalendar months={months} measure={measure} largest={sum.most.count} asOf={scope.asOf} />
              )}
            </>
          );
        }}
      </Answer>
    </Panel>
  );
}
