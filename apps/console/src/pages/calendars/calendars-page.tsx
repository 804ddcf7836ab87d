import type { CalendarDocument } from '@motcua/contracts';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { entriesQuery } from '../../api/catalogue-queries.ts';
import { EntryHistory } from '../../detail/entry-history.tsx';
import { useDetail } from '../../detail/use-detail.ts';
import { formatDate } from '../../format/dates.ts';
import { useMayAdminister } from '../../session/use-may-administer.ts';
import { useToday } from '../../ui/use-today.ts';
import { Answer } from '../../ui/answer.tsx';
import { Button } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Empty } from '../../ui/states.tsx';
import { SwapDialog } from './swap-dialog.tsx';
import { SwapProgress } from './swap-progress.tsx';
import { Year } from './year.tsx';
import '../../ui/split.css';
import './calendars.css';

/** Working days, days off and swaps of a year. */
export function CalendarsPage() {
  const { t } = useTranslation('calendars');
  const { open } = useDetail();
  const query = useQuery(entriesQuery('calendars'));
  return (
    <article>
      <h1 className="page-title">{t('title')}</h1>
      <Answer query={query} height={600}>
        {(entries) => {
          const calendars = entries.map(({ document }) => document);
          const calendar = calendars.find(({ id }) => id === open) ?? calendars[0];
          if (calendar === undefined) return <Empty />;
          return <OneCalendar calendar={calendar} ids={calendars.map(({ id }) => id)} />;
        }}
      </Answer>
      <p className="page-help">{t('help')}</p>
    </article>
  );
}

function OneCalendar({ calendar, ids }: { readonly calendar: CalendarDocument; readonly ids: readonly string[] }) {
  const { t } = useTranslation('calendars');
  const mayEdit = useMayAdminister();
  const today = useToday();
  const { at = today, edit, choose } = useDetail();
  const year = Number(at.slice(0, 4));
  const turnTo = (next: number): void => {
    choose({ at: `${next}-01-01` });
  };
  return (
    <>
      <div className="tools">
        {ids.length > 1 && (
          <Choice
            label={t('calendar')}
            options={ids.map((id) => ({ value: id, label: id }))}
            value={calendar.id}
            onChange={(open) => {
              choose({ open });
            }}
          />
        )}
        <Button
          aria-label={t('yearBefore')}
          onPress={() => {
            turnTo(year - 1);
          }}
        >
          ‹
        </Button>
        <strong className="calendar-year">{year}</strong>
        <Button
          aria-label={t('yearAfter')}
          onPress={() => {
            turnTo(year + 1);
          }}
        >
          ›
        </Button>
        {mayEdit && (
          <Button
            onPress={() => {
              choose({ edit: 'open' });
            }}
          >
            {t('swap')}
          </Button>
        )}
      </div>
      <Year calendar={calendar} year={year} today={today} />
      {mayEdit && <SwapProgress calendar={calendar} />}
      <Panel title={calendar.id}>
        <p>{t('confirmed', { date: formatDate(calendar.confirmedThrough), time: calendar.sameDayCutOff })}</p>
        <EntryHistory kind="calendars" code={calendar.id} />
      </Panel>
      {mayEdit && edit === 'open' && (
        <SwapDialog
          calendar={calendar}
          onClose={() => {
            choose({ edit: undefined });
          }}
        />
      )}
    </>
  );
}
