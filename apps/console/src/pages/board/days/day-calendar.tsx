import { useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate, formatMonth } from '../../../format/dates.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { ScrollRegion } from '../../../ui/scroll-region.tsx';
import { FigureLink } from '../figure-link.tsx';
import { toShade } from '../shade/shade.ts';
import type { CalendarMonth, DayMeasure } from './to-calendar.ts';

export interface DayCalendarProps {
  readonly months: readonly CalendarMonth[];
  readonly measure: DayMeasure;
  readonly largest: number;
  readonly asOf: string | undefined;
}

const steps: Readonly<Record<string, readonly [months: number, days: number]>> = {
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
};

/** A row a month. The number stands in its day and opens its list, the shade only helps to find it; arrows go from day to day. */
export function DayCalendar({ months, measure, largest, asOf }: DayCalendarProps) {
  const { t } = useTranslation('board');
  const format = useFormat();
  const counted = months.flatMap(({ days }) => days.filter((day) => day !== undefined && day.count > 0));
  const [reached, setReached] = useState<string>();
  // One stop of the tab key for all of them.
  const stop = counted.some((day) => day?.date === reached) ? reached : counted[0]?.date;
  return (
    <ScrollRegion label={t('byDay')}>
      {/* eslint-disable-next-line jsx-a11y-x/no-noninteractive-element-interactions -- the keys are those of the links in it */}
      <table className="day-calendar" onKeyDown={moveOn}>
        <caption className="only-read">{t(`dayMeasures.${measure}`)}</caption>
        <thead>
          <tr>
            <th scope="col">{t('month')}</th>
            {Array.from({ length: 31 }, (_, day) => (
              <th key={day} scope="col">
                {day + 1}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {months.map(({ month, days }) => (
            <tr key={month}>
              <th scope="row">{formatMonth(month)}</th>
              {days.map((day, index) =>
                day === undefined ? (
                  <td key={index} className="day-none" />
                ) : (
                  <td key={index} className={`heat-${toShade(day.count, largest)}`}>
                    {day.count === 0 ? (
                      <span aria-hidden>·</span>
                    ) : (
                      <FigureLink
                        indicator={measure}
                        part="value"
                        asOf={asOf}
                        period={{ from: day.date, to: day.date }}
                        label={t('dueOnDay', { day: formatDate(day.date), number: format.count(day.count) })}
                        tabIndex={day.date === stop ? 0 : -1}
                        onFocus={() => {
                          setReached(day.date);
                        }}
                      >
                        {format.count(day.count)}
                      </FigureLink>
                    )}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

/** To the next day that opens in the direction of the arrow. */
function moveOn(event: KeyboardEvent<HTMLTableElement>): void {
  const step = steps[event.key];
  const cell = event.target instanceof Element ? event.target.closest('td') : null;
  if (step === undefined || cell === null) return;
  event.preventDefault();
  const { rows } = event.currentTarget;
  const [down, right] = step;
  let row = (cell.parentElement as HTMLTableRowElement).rowIndex;
  let column = cell.cellIndex;
  for (;;) {
    row += down;
    column += right;
    const next = rows[row]?.cells[column];
    if (next === undefined) return;
    const link = next.querySelector('a');
    if (link === null) continue;
    link.focus();
    return;
  }
}
