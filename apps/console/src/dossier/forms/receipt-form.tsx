import { useTranslation } from 'react-i18next';
import { toFormPath } from '../../api/form-queries.ts';
import { FormLink } from './form-link.tsx';

/** To the receipt and appointment of what was just received. */
export function ReceiptForm({ dossierId }: { readonly dossierId: string }) {
  const { t } = useTranslation('forms');
  return <FormLink path={toFormPath(dossierId, 'receipt')}>{t('receipt')}</FormLink>;
}
