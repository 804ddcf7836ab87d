import { useQuery } from '@tanstack/react-query';
import { scaleLinear } from '@visx/scale';
import { Bar } from '@visx/shape';
import { useTranslation } from 'react-i18next';
import { dueBeforeQuery } from '../../../api/clock-queries.ts';
import { formatDate } from '../../../format/dates.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { listDates } from '../../../scope/periods.ts';
import { Answer } from '../../../ui/answer.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { Empty } from '../../../ui/states.tsx';
import { useToday } from '../../../ui/use-today.ts';
import { countDueDays, DAYS_AHEAD, type DueDay } from './due-days.ts';

const HEIGHT = 44;

/** What falls due today, tomorrow and in the ten days ahead. */
export function DueAhead({ unit }: { readonly unit: string }) {
  const { t } = useTranslation('board');
  const today = useToday();
  const end = listDates(today, DAYS_AHEAD + 2).at(-1) ?? today;
  const query = useQuery(dueBeforeQuery(unit, `${end}T00:00:00.000Z`));
  return (
    <Panel title={t('dueAhead')}>
      <Answer query={query} height={110}>
        {(clocks) => <Days days={countDueDays(clocks, today)} />}
      </Answer>
    </Panel>
  );
}

function Days({ days }: { readonly days: readonly DueDay[] }) {
  const { t } = useTranslation('board');
  const format = useFormat();
  const sum = days.reduce((total, { count }) => total + count, 0);
  if (sum === 0) return <Empty>{t('dueNone')}</Empty>;
  const y = scaleLinear({ domain: [0, Math.max(...days.map(({ count }) => count))], range: [0, HEIGHT] });
  return (
    <>
      <p className="due-sums figures">
        <span>
          {t('dueToday')} <strong>{format.count(days[0]?.count ?? 0)}</strong>
        </span>
        <span>
          {t('dueTomorrow')} <strong>{format.count(days[1]?.count ?? 0)}</strong>
        </span>
        <span>
          {t('dueTenDays')} <strong>{format.count(sum)}</strong>
        </span>
      </p>
      <ol className="due-days figures">
        {days.map(({ date, count }) => (
          <li key={date}>
            <span aria-hidden>{format.count(count)}</span>
            <svg
              width={16}
              height={HEIGHT}
              role="img"
              aria-label={t('dueOnDay', { day: formatDate(date), number: format.count(count) })}
            >
              <Bar width={16} y={HEIGHT - Math.max(1, y(count))} height={Math.max(1, y(count))} fill="var(--bar)" />
            </svg>
            <span aria-hidden>{formatDate(date).slice(0, 2)}</span>
          </li>
        ))}
      </ol>
    </>
  );
}
