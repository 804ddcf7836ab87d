import { useTranslation } from 'react-i18next';
import { isEventName } from './history/event-name.ts';

/** What a notice is about, in words: `sla.breached` → `Quá hạn`. */
export function useNoticeName(): (event: string) => string {
  const { t } = useTranslation(['inbox', 'dossier']);
  return (event) => {
    const [, name = ''] = event.split('.');
    if (event.startsWith('dossier.') && isEventName(name)) return t(`dossier:events.${name}`);
    return t(`inbox:events.${event as 'sla.breached'}`, { defaultValue: event });
  };
}
