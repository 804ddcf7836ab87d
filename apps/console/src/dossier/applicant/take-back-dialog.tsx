import { useTranslation } from 'react-i18next';
import { takeErasureBack } from '../../api/applicant-queries.ts';
import { useWrite } from '../../api/use-write.ts';
import { EditDialog } from '../../ui/edit-dialog.tsx';
import { erasureChanges } from './erasure-changes.ts';

/** Whoever asked thinks better of it. */
export function TakeBackDialog({ dossierId, onClose }: { readonly dossierId: string; readonly onClose: () => void }) {
  const { t } = useTranslation('applicant');
  const write = useWrite(takeErasureBack, { changes: erasureChanges(dossierId), onDone: onClose });
  return (
    <EditDialog
      title={t('takeBack')}
      onClose={onClose}
      onSave={() => {
        write.mutate(dossierId);
      }}
      isPending={write.isPending}
      error={write.error}
      saveLabel={t('takeBack')}
    >
      <p>{t('takeBackHelp')}</p>
    </EditDialog>
  );
}
