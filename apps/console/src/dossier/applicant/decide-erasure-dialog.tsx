import type { DecideErasure } from '@motcua/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { decideErasure } from '../../api/applicant-queries.ts';
import { useWrite } from '../../api/use-write.ts';
import { Choice } from '../../ui/choice.tsx';
import { EditDialog } from '../../ui/edit-dialog.tsx';
import { Tick } from '../../ui/tick.tsx';
import '../actions/actions.css';
import { erasureChanges } from './erasure-changes.ts';
import { ErasureScope } from './erasure-scope.tsx';

type Reason = NonNullable<DecideErasure['reason']>;
const reasons: readonly Reason[] = ['still-needed', 'kept-by-law', 'not-the-applicant'];

export interface DecideErasureDialogProps {
  readonly dossierId: string;
  /** By what people know the dossier. */
  readonly code: string;
  readonly decision: DecideErasure['decision'];
  readonly onClose: () => void;
}

/** Erases for good what somebody else asked for, or says why it is kept. */
export function DecideErasureDialog({ dossierId, code, decision, onClose }: DecideErasureDialogProps) {
  const { t } = useTranslation('applicant');
  const [isChecked, setChecked] = useState(false);
  const [reason, setReason] = useState<Reason>();
  const write = useWrite(decideErasure, { changes: erasureChanges(dossierId), onDone: onClose });
  const isApproval = decision === 'approve';
  return (
    <EditDialog
      title={`${t(isApproval ? 'approve' : 'reject')} · ${code}`}
      onClose={onClose}
      onSave={() => {
        write.mutate({ dossierId, decision, ...(reason === undefined ? {} : { reason }) });
      }}
      isPending={write.isPending}
      error={write.error}
      isIncomplete={isApproval ? !isChecked : reason === undefined}
      saveLabel={t(isApproval ? 'approveNow' : 'reject')}
    >
      {isApproval ? (
        <>
          <ErasureScope />
          <Tick isSelected={isChecked} onChange={setChecked}>
            {t('checked')}
          </Tick>
        </>
      ) : (
        <>
          <p className="dialog-hint">{t('rejectHelp')}</p>
          <div className="action-form">
            <Choice
              label={t('reason')}
              options={reasons.map((value) => ({ value, label: t(`reasons.${value}`) }))}
              value={reason}
              onChange={setReason}
            />
          </div>
        </>
      )}
    </EditDialog>
  );
}
