import type { CalendarDocument } from '@motcua/contracts';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { calendarProgressQuery } from '../../api/calendar-change-queries.ts';
import { useFormat } from '../../i18n/use-format.ts';

/** How far dossiers have been given new due moments by the version that counts now; silent where there was nothing to move. */
export function SwapProgress({ calendar }: { readonly calendar: CalendarDocument }) {
  const { t } = useTranslation('calendars');
  const format = useFormat();
  const { data } = useQuery(calendarProgressQuery(calendar.id, calendar.version));
  if (data === undefined || (data.state === 'done' && data.planned === 0)) return null;
  return (
    <p role="status" className="calendar-progress">
      {t(`states.${data.state}`)} · {t('moved', { done: format.count(data.done), planned: format.count(data.planned) })}
    </p>
  );
}
