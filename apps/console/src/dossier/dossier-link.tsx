import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

export interface LinkedDossier {
  readonly dossierId: string;
  readonly code: string | null;
  readonly sourceCode?: string | null;
}

/** The code of a dossier; it opens the dossier. */
export function DossierLink({ dossierId, code, sourceCode = null }: LinkedDossier) {
  const { t } = useTranslation('dossier');
  return (
    <Link to="/dossiers/$id" params={{ id: dossierId }} className="dossier-link">
      {code ?? sourceCode ?? t('noCode', { id: dossierId.slice(-6) })}
    </Link>
  );
}
