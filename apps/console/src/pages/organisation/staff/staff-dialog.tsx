import type { StaffDocument } from '@motcua/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { entryChanges, putEntry } from '../../../api/catalogue-queries.ts';
import { useWrite } from '../../../api/use-write.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { useScope } from '../../../scope/use-scope.ts';
import { Choice } from '../../../ui/choice.tsx';
import { EditDialog } from '../../../ui/edit-dialog.tsx';
import { TextBox } from '../../../ui/text-box.tsx';
import { ValidityFields } from '../../../ui/validity.tsx';

const roles = ['counter-officer', 'specialist', 'head', 'leader'] as const satisfies readonly StaffDocument['role'][];

export interface StaffDialogProps {
  /** Absent: a new one. */
  readonly member?: StaffDocument;
  readonly onClose: () => void;
}

/** Who works where and as what, and until when: whoever leaves gets a last day. */
export function StaffDialog({ member, onClose }: StaffDialogProps) {
  const { t } = useTranslation('organisation');
  const { t: ofEdit } = useTranslation('edit');
  const format = useFormat();
  const { allowed, unit = '', today } = useScope();
  const [draft, setDraft] = useState<StaffDocument>(
    member ?? { id: '', unit, role: 'specialist', validFrom: today, validTo: null },
  );
  const change = (part: Partial<StaffDocument>): void => {
    setDraft({ ...draft, ...part });
  };
  const write = useWrite((document: StaffDocument) => putEntry('staff', document.id, document), {
    changes: entryChanges('staff'),
    onDone: onClose,
  });
  return (
    <EditDialog
      title={member?.id ?? t('newStaff')}
      onClose={onClose}
      onSave={() => {
        write.mutate(draft);
      }}
      isPending={write.isPending}
      error={write.error}
      isIncomplete={draft.id === ''}
    >
      {member === undefined && (
        <TextBox
          label={t('staffId')}
          value={draft.id}
          isRequired
          onChange={(id) => {
            change({ id });
          }}
        />
      )}
      <Choice
        label={t('unit')}
        options={allowed.map((one) => ({ value: one.unit.code, label: format.name(one.unit.name), depth: one.depth }))}
        value={draft.unit}
        onChange={(chosen) => {
          change({ unit: chosen });
        }}
      />
      <Choice
        label={t('role')}
        options={roles.map((value) => ({ value, label: t(`roles.${value}`) }))}
        value={draft.role}
        onChange={(role) => {
          change({ role });
        }}
      />
      <ValidityFields value={draft} onChange={change} />
      <p className="quiet">{ofEdit('versionHow')}</p>
    </EditDialog>
  );
}
