import type { ProcedureDocument } from '@motcua/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { entryChanges, putEntry } from '../../api/catalogue-queries.ts';
import { useWrite } from '../../api/use-write.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { Choice } from '../../ui/choice.tsx';
import { EditDialog } from '../../ui/edit-dialog.tsx';
import { NameFields } from '../../ui/name-fields.tsx';
import { ValidityFields } from '../../ui/validity.tsx';
import { LimitFields } from './limit-fields.tsx';

const serviceLevels = ['full', 'partial', 'none'] as const satisfies readonly ProcedureDocument['serviceLevel'][];

/** Name, limits and validity of a procedure; its papers and steps stay as they were. */
export function ProcedureDialog({ procedure, onClose }: { readonly procedure: ProcedureDocument; readonly onClose: () => void }) {
  const { t } = useTranslation('procedures');
  const { t: ofEdit } = useTranslation('edit');
  const format = useFormat();
  const [draft, setDraft] = useState(procedure);
  const change = (part: Partial<ProcedureDocument>): void => {
    setDraft({ ...draft, ...part });
  };
  const write = useWrite((document: ProcedureDocument) => putEntry('procedures', document.code, document), {
    changes: entryChanges('procedures'),
    onDone: onClose,
  });
  return (
    <EditDialog
      title={format.name(procedure.name)}
      onClose={onClose}
      onSave={() => {
        write.mutate(draft);
      }}
      isPending={write.isPending}
      error={write.error}
      isIncomplete={draft.name.vi === ''}
    >
      <NameFields
        value={draft.name}
        onChange={(name) => {
          change({ name });
        }}
      />
      <LimitFields
        label={t('limit')}
        limit={draft.limit}
        onChange={(limit) => {
          change({ limit });
        }}
      />
      <LimitFields
        label={t('maxLimit')}
        limit={draft.maxLimit}
        onChange={(maxLimit) => {
          change({ maxLimit });
        }}
      />
      <Choice
        label={t('serviceLevel')}
        options={serviceLevels.map((value) => ({ value, label: t(`serviceLevels.${value}`) }))}
        value={draft.serviceLevel}
        onChange={(serviceLevel) => {
          change({ serviceLevel });
        }}
      />
      <ValidityFields value={draft} onChange={change} />
      <p className="quiet">{ofEdit('versionHow')}</p>
    </EditDialog>
  );
}
