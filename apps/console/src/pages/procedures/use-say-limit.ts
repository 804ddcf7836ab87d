import type { ProcedureDocument } from '@motcua/contracts';
import { useTranslation } from 'react-i18next';

/** `3 ngày làm việc`; 0 working days is the same day. */
export function useSayLimit() {
  const { t } = useTranslation('procedures');
  return (limit: ProcedureDocument['limit']): string => {
    if (limit === null) return t('noLimit');
    if (limit.amount === 0) return t('sameDay');
    return t(`limits.${limit.unit}`, { number: limit.amount });
  };
}
