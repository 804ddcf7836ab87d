import type { DossierView } from '@motcua/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { correctApplicant } from '../../api/applicant-queries.ts';
import { dossierKey } from '../../api/dossier-queries.ts';
import { useWrite } from '../../api/use-write.ts';
import { EditDialog } from '../../ui/edit-dialog.tsx';
import { TextBox } from '../../ui/text-box.tsx';
import { correctedFields, toApplicant, toCorrection, type CorrectedField } from './correction.ts';

export interface CorrectApplicantDialogProps {
  readonly dossierId: string;
  /** Unmasked. */
  readonly known: NonNullable<DossierView['applicant']>;
  readonly onClose: () => void;
}

const limits: Readonly<Record<CorrectedField, number>> = { name: 200, idNumber: 20, phone: 20, email: 254, address: 500 };
const keyboards: Partial<Record<CorrectedField, 'numeric' | 'tel' | 'email'>> = {
  idNumber: 'numeric',
  phone: 'tel',
  email: 'email',
};

/** What is known of the applicant, as it is right. */
export function CorrectApplicantDialog({ dossierId, known, onClose }: CorrectApplicantDialogProps) {
  const { t } = useTranslation('applicant');
  const [typed, setTyped] = useState(() => toCorrection(known));
  const write = useWrite(correctApplicant, { changes: [dossierKey(dossierId)], onDone: onClose });
  const applicant = toApplicant(known, typed);
  return (
    <EditDialog
      title={t('correct')}
      onClose={onClose}
      onSave={() => {
        if (applicant !== undefined) write.mutate({ dossierId, applicant });
      }}
      isPending={write.isPending}
      error={write.error}
      isIncomplete={applicant === undefined}
    >
      <p className="dialog-hint">{t('correctHelp')}</p>
      {correctedFields.map((field) => (
        <TextBox
          key={field}
          label={t(`fields.${field}`)}
          value={typed[field]}
          onChange={(text) => {
            setTyped({ ...typed, [field]: text });
          }}
          isRequired={field === 'name'}
          maxLength={limits[field]}
          inputMode={keyboards[field] ?? 'text'}
          autoComplete="off"
        />
      ))}
    </EditDialog>
  );
}
