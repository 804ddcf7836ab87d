import { useTranslation } from 'react-i18next';

/** A status by its national name. */
export function StatusName({ status }: { readonly status: number }) {
  const { t } = useTranslation('dossier');
  return <span className="status-name">{t(`statuses.${status as 1}`)}</span>;
}
