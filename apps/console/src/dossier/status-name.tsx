import { useTranslation } from 'react-i18next';
import './status-name.css';

/** A status by its national name. */
export function StatusName({ status }: { readonly status: number }) {
  const { t } = useTranslation('dossier');
  return <span className="status-name">{t(`statuses.${status as 1}`)}</span>;
}
