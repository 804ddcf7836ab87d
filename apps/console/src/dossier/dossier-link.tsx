import { Link } from '@tanstack/react-router';

export interface LinkedDossier {
  readonly dossierId: string;
  readonly code: string | null;
  readonly sourceCode?: string | null;
}

/** The code of a dossier; it opens the dossier. */
export const DossierLink = ({ dossierId, code, sourceCode = null }: LinkedDossier) => (
  <Link to="/dossiers/$id" params={{ id: dossierId }} className="dossier-link">
    {code ?? sourceCode ?? dossierId}
  </Link>
);
