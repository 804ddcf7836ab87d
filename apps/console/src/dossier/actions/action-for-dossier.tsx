import type { DossierAction } from '@motcua/contracts';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { dossierQuery } from '../../api/dossier-queries.ts';
import { Answer } from '../../ui/answer.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import type { ActionDraft } from './action-draft.ts';
import { ActionDialog } from './action-dialog.tsx';

export interface ActionForDossierProps {
  readonly dossierId: string;
  readonly action: DossierAction;
  readonly draft?: Partial<ActionDraft>;
  readonly onClose: () => void;
}

/** A command for a dossier of which a list knows the id alone. */
export function ActionForDossier({ dossierId, action, draft, onClose }: ActionForDossierProps) {
  const { t } = useTranslation('dossier');
  const query = useQuery(dossierQuery(dossierId));
  if (query.data === undefined)
    return (
      <Dialog title={t(`actions.${action}`)} onClose={onClose}>
        <Answer query={query} height={120}>
          {() => null}
        </Answer>
      </Dialog>
    );
  const { dossier, proposals } = query.data;
  return (
    <ActionDialog
      action={action}
      dossier={dossier}
      proposals={proposals}
      {...(draft === undefined ? {} : { draft })}
      onClose={onClose}
    />
  );
}
