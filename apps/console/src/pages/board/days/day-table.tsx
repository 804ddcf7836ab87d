import { useTranslation } from 'react-i18next';
import { formatDate } from '../../../format/dates.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { ScrollRegion } from '../../../ui/scroll-region.tsx';
import { FigureLink } from '../figure-link.tsx';
import type { CalendarMonth, DayMeasure } from './to-calendar.ts';

export interface DayTableProps {
  readonly months: readonly CalendarMonth[];
  readonly measure: DayMeasure;
  readonly asOf: string | undefined;
}

/** What the calendar shades, a line a day; days without any are left out. */
export function DayTable({ months, measure, asOf }: DayTableProps) {
  const { t } = useTranslation('board');
  const format = useFormat();
  const days = months.flatMap(({ days: ofMonth }) => ofMonth).filter((day) => day !== undefined);
  return (
    <ScrollRegion label={t('byDay')}>
      <table className="month-table day-table">
        <thead>
          <tr>
            <th scope="col">{t('day')}</th>
            <th scope="col">{t(`dayMeasures.${measure}`)}</th>
          </tr>
        </thead>
        <tbody>
          {days
            .filter(({ count }) => count > 0)
            .map(({ date, count }) => (
              <tr key={date}>
                <th scope="row">{formatDate(date)}</th>
                <td>
                  <FigureLink indicator={measure} part="value" asOf={asOf} period={{ from: date, to: date }}>
                    {format.count(count)}
                  </FigureLink>
                </td>
              </tr>
            ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
