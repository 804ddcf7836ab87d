import { useTranslation } from 'react-i18next';
import './status-mark.css';

export type Status = 'onTime' | 'dueSoon' | 'late' | 'paused';

const shapes: Readonly<Record<Status, string>> = { onTime: '●', dueSoon: '◐', late: '▲', paused: '❚❚' };

/** A state by colour, word and shape. */
export function StatusMark({ status, children }: { readonly status: Status; readonly children?: string }) {
  const { t } = useTranslation('states');
  return (
    <span className={`status status-${status}`}>
      <span aria-hidden>{shapes[status]}</span> {children ?? t(status)}
    </span>
  );
}
