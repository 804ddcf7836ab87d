import type { CalendarDocument } from '@motcua/contracts';
import { useTranslation } from 'react-i18next';
import { formatDate, formatMonth } from '../../format/dates.ts';
import { listDays, type CalendarDay } from './calendar-days.ts';

export interface YearProps {
  readonly calendar: CalendarDocument;
  readonly year: number;
  readonly today: string;
}

const monday = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** Twelve months; what is not as its week says is listed below in words. */
export function Year({ calendar, year, today }: YearProps) {
  const { t } = useTranslation('calendars');
  const days = listDays(calendar, year);
  const named = days.filter(({ why }) => why !== undefined);
  const months = [...new Set(days.map(({ date }) => date.slice(0, 7)))];
  return (
    <>
      <p className="calendar-legend">
        <span className="day-off">{t('kinds.off')}</span> <span className="day-madeUp">{t('kinds.madeUp')}</span>{' '}
        <span className="day-weekend">{t('kinds.weekend')}</span>
      </p>
      <div className="calendar-months">
        {months.map((month) => (
          <Month key={month} month={month} days={days.filter(({ date }) => date.startsWith(month))} today={today} />
        ))}
      </div>
      <ul className="calendar-named">
        {named.map(({ date, kind, why }) => (
          <li key={date}>
            <span>{formatDate(date)}</span> {t(`kinds.${kind}`)} · {why}
          </li>
        ))}
      </ul>
    </>
  );
}

interface MonthProps {
  readonly month: string;
  readonly days: readonly CalendarDay[];
  readonly today: string;
}

function Month({ month, days, today }: MonthProps) {
  const { t } = useTranslation('calendars');
  const lead = (new Date(`${month}-01`).getUTCDay() + 6) % 7;
  const cells = [...Array.from({ length: lead }, () => undefined), ...days];
  const weeks = Array.from({ length: Math.ceil(cells.length / 7) }, (_, week) => cells.slice(week * 7, week * 7 + 7));
  return (
    <table className="calendar-month">
      <caption>{formatMonth(month)}</caption>
      <thead>
        <tr>
          {monday.map((day) => (
            <th key={day} scope="col">
              {t(`week.${day}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week, index) => (
          <tr key={index}>
            {week.map((day, place) =>
              day === undefined ? (
                <td key={place} />
              ) : (
                <td
                  key={place}
                  className={`day-${day.kind}`}
                  title={day.why}
                  aria-current={day.date === today ? 'date' : undefined}
                >
                  {Number(day.date.slice(8))}
                  {day.why !== undefined && <span className="only-read"> {day.why}</span>}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
