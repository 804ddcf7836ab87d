import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/use-format.ts';
import type { Status } from '../ui/status-mark.tsx';
import '../ui/status-mark.css';
import './time-left.css';

/** How long a dossier, or a step of it, has left. */
export interface TimeLeftOf {
  /** Working minutes; negative: past due; null: the clock stands. */
  readonly minutes: number | null;
  readonly due: string | null;
  readonly timeZone: string;
  /** The share of the limit that is left, 0 to 1. */
  readonly share?: number | undefined;
}

const shapes: Readonly<Record<Status, string>> = { onTime: '●', dueSoon: '◐', late: '▲', paused: '❚❚' };
const MINUTES_SOON = 240;

/** Late once past due; soon in the last half day of work; paused while it stands. */
export function toTimeStatus(minutes: number | null): Status {
  if (minutes === null) return 'paused';
  if (minutes < 0) return 'late';
  return minutes <= MINUTES_SOON ? 'dueSoon' : 'onTime';
}

/** Working time left in words, with a bar; the exact moment on hover and for who listens. */
export function TimeLeft({ minutes, due, timeZone, share }: TimeLeftOf) {
  const { t } = useTranslation('dossier');
  const format = useFormat();
  const status = toTimeStatus(minutes);
  const exact = due === null ? t('stands') : t('dueAt', { at: format.moment(due, timeZone) });
  return (
    <span className={`time-left status-${status}`} title={exact}>
      <span className="time-left-words">
        <span aria-hidden>{shapes[status]}</span> {minutes === null ? t('stands') : format.workingTime(minutes)}
        {minutes !== null && <span className="only-read">, {exact}</span>}
      </span>
      {share !== undefined && minutes !== null && minutes >= 0 && (
        <meter className="time-left-bar" min={0} max={1} value={share} aria-hidden />
      )}
    </span>
  );
}
