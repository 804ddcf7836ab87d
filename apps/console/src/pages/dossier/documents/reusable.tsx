import type { ReuseProposal } from '@motcua/contracts';
import { useTranslation } from 'react-i18next';
import { useUnitName } from '../../../dossier/use-names.ts';
import { formatDate } from '../../../format/dates.ts';

/** That the same paper of the applicant lies elsewhere. */
export function Reusable({ proposals }: { readonly proposals: readonly ReuseProposal[] }) {
  const { t } = useTranslation('dossier');
  const unitName = useUnitName();
  return proposals.map(({ fileId, unit, date }) => (
    <p key={fileId} className="dialog-hint">
      {t('documents.reusable', { unit: unitName(unit), date: formatDate(date) })}
    </p>
  ));
}
