import type { AskErasure, DossierSnapshot } from '@motcua/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { askErasure } from '../../api/applicant-queries.ts';
import { useWrite } from '../../api/use-write.ts';
import { Button } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { EditDialog } from '../../ui/edit-dialog.tsx';
import '../actions/actions.css';
import { erasureChanges } from './erasure-changes.ts';
import { ErasureScope } from './erasure-scope.tsx';
import { isOver } from './is-over.ts';

const grounds: readonly AskErasure['ground'][] = ['applicant-asked', 'consent-withdrawn', 'no-longer-needed'];

export interface AskErasureDialogProps {
  readonly dossier: DossierSnapshot;
  readonly onClose: () => void;
}

/** Asks for the applicant's data to go; of a dossier that is not over it says what comes first. */
export function AskErasureDialog({ dossier, onClose }: AskErasureDialogProps) {
  const { t } = useTranslation('applicant');
  const { t: ofEdit } = useTranslation('edit');
  const { dossierId } = dossier;
  const [ground, setGround] = useState<AskErasure['ground']>();
  const write = useWrite(askErasure, { changes: erasureChanges(dossierId), onDone: onClose });
  if (!isOver(dossier))
    return (
      <Dialog title={t('ask')} onClose={onClose}>
        <div className="dialog-form">
          <p>{t('notOver')}</p>
          <p className="dialog-hint">{t('notOverHow')}</p>
          <div className="dialog-actions">
            <Button onPress={onClose}>{ofEdit('close')}</Button>
          </div>
        </div>
      </Dialog>
    );
  return (
    <EditDialog
      title={t('ask')}
      onClose={onClose}
      onSave={() => {
        if (ground !== undefined) write.mutate({ dossierId, ground });
      }}
      isPending={write.isPending}
      error={write.error}
      isIncomplete={ground === undefined}
      saveLabel={t('sendRequest')}
    >
      <ErasureScope />
      <div className="action-form">
        <Choice
          label={t('ground')}
          options={grounds.map((value) => ({ value, label: t(`grounds.${value}`) }))}
          value={ground}
          onChange={setGround}
        />
      </div>
      <p className="dialog-hint">{t('askHelp')}</p>
    </EditDialog>
  );
}
