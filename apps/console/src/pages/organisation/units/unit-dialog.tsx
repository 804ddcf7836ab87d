import type { UnitDocument } from '@motcua/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { entryChanges, putEntry } from '../../../api/catalogue-queries.ts';
import { useWrite } from '../../../api/use-write.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { listSubtree } from '../../../scope/unit-tree.ts';
import { Choice } from '../../../ui/choice.tsx';
import { EditDialog } from '../../../ui/edit-dialog.tsx';
import { NameFields } from '../../../ui/name-fields.tsx';
import { TextBox } from '../../../ui/text-box.tsx';
import { useToday } from '../../../ui/use-today.ts';
import { ValidityFields } from '../../../ui/validity.tsx';

const kinds = ['province', 'district-office', 'commune', 'department'] as const satisfies readonly UnitDocument['kind'][];

export interface UnitDialogProps {
  /** Absent: a new one. */
  readonly unit?: UnitDocument;
  readonly units: readonly UnitDocument[];
  readonly onClose: () => void;
}

/** A unit with the days on which it is one. What the form does not show stays as it was. */
export function UnitDialog({ unit, units, onClose }: UnitDialogProps) {
  const { t } = useTranslation('organisation');
  const { t: ofEdit } = useTranslation('edit');
  const format = useFormat();
  const today = useToday();
  const [draft, setDraft] = useState<UnitDocument>(
    unit ?? { code: '', name: { vi: '' }, kind: 'commune', parent: null, predecessors: [], validFrom: today, validTo: null },
  );
  const change = (part: Partial<UnitDocument>): void => {
    setDraft({ ...draft, ...part });
  };
  const write = useWrite((document: UnitDocument) => putEntry('units', document.code, document), {
    changes: entryChanges('units'),
    onDone: onClose,
  });
  const parents = listSubtree(units).map((one) => ({
    value: one.unit.code,
    label: format.name(one.unit.name),
    depth: one.depth,
  }));
  return (
    <EditDialog
      title={unit === undefined ? t('newUnit') : format.name(unit.name)}
      onClose={onClose}
      onSave={() => {
        write.mutate(draft);
      }}
      isPending={write.isPending}
      error={write.error}
      isIncomplete={draft.code === '' || draft.name.vi === ''}
    >
      {unit === undefined && (
        <TextBox
          label={ofEdit('code')}
          value={draft.code}
          isRequired
          onChange={(code) => {
            change({ code });
          }}
        />
      )}
      <NameFields
        value={draft.name}
        onChange={(name) => {
          change({ name });
        }}
      />
      <Choice
        label={t('kind')}
        options={kinds.map((value) => ({ value, label: t(`kinds.${value}`) }))}
        value={draft.kind}
        onChange={(kind) => {
          change({ kind });
        }}
      />
      <Choice
        label={t('parent')}
        options={[{ value: '', label: ofEdit('none') }, ...parents]}
        value={draft.parent ?? ''}
        onChange={(parent) => {
          change({ parent: parent === '' ? null : parent });
        }}
      />
      <ValidityFields value={draft} onChange={change} />
      <p className="quiet">{ofEdit('versionHow')}</p>
    </EditDialog>
  );
}
