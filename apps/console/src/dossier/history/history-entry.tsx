import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { reasonsQuery } from '../../api/reference-queries.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { ChangedFields } from './changed-fields.tsx';
import { isEventName, toEventName } from './event-name.ts';
import { toChangedFields, type HistoryEvent } from './to-change-lines.ts';
import './history.css';

const RECORDED_LATER_MS = 60_000;

export interface HistoryEntryProps {
  readonly event: HistoryEvent;
  readonly timeZone: string;
  /** What took it back: then it counts for nothing. */
  readonly takenBackBy?: HistoryEvent | undefined;
  /** What can be done about it. */
  readonly children?: ReactNode;
}

/** One thing that happened to a dossier: what, when, when it was recorded, by whom, and what it changed. */
export function HistoryEntry({ event, timeZone, takenBackBy, children }: HistoryEntryProps) {
  const { t } = useTranslation('dossier');
  const format = useFormat();
  const { data: reasons = [] } = useQuery(reasonsQuery);
  const code = typeof event.change['reasonCode'] === 'string' ? event.change['reasonCode'] : undefined;
  const reason = reasons.find((one) => one.code === code);
  const isLater = Date.parse(event.recordedAt) - Date.parse(event.occurredAt) > RECORDED_LATER_MS;
  return (
    <li className="history-entry">
      <p className="history-what">
        <EventTitle event={event} isTakenBack={takenBackBy !== undefined} />{' '}
        <time dateTime={event.occurredAt}>{format.moment(event.occurredAt, timeZone)}</time>
      </p>
      <p className="history-who">
        {event.actor === null ? t('byNobody') : t('by', { actor: event.actor })}
        {isLater && (
          <span className="history-recorded"> · {t('recordedAt', { at: format.moment(event.recordedAt, timeZone) })}</span>
        )}
      </p>
      {code !== undefined && code !== 'proposal-approved' && (
        <p>
          {reason === undefined ? code : format.name(reason.name)}
          {event.reasonText !== undefined && <q className="history-words">{event.reasonText}</q>}
        </p>
      )}
      {takenBackBy !== undefined && (
        <p className="history-taken-back">
          {t('takenBackBy', { actor: takenBackBy.actor, at: format.moment(takenBackBy.recordedAt, timeZone) })}
        </p>
      )}
      <ChangedFields fields={toChangedFields(event)} timeZone={timeZone} />
      {'decision' in event.change && (
        <p>{t((event.change['decision'] as { approved: boolean }).approved ? 'approved' : 'rejected')}</p>
      )}
      {['proposedMoment', 'proposedUnit', 'proposedCorrection'].some((key) => key in event.change) && <p>{t('proposed')}</p>}
      {children}
    </li>
  );
}

/** What happened, struck through where it was taken back; of what took something back also what that was. */
function EventTitle({ event, isTakenBack }: { readonly event: HistoryEvent; readonly isTakenBack: boolean }) {
  const { t } = useTranslation('dossier');
  const name = toEventName(event.type);
  const title = name === undefined ? event.type : t(`events.${name}`);
  if (isTakenBack)
    return (
      <del>
        <strong>{title}</strong>
      </del>
    );
  const what = name === 'reverted' ? String(event.change['event']) : undefined;
  if (what === undefined || !isEventName(what)) return <strong>{title}</strong>;
  return <strong>{t('reverted', { event: t(`events.${what}`) })}</strong>;
}
