import type { InstitutionalKind, SupervisionReport } from '@motcua/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { putInstitutional } from '../../../api/institutional-queries.ts';
import { useWrite } from '../../../api/use-write.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { listSubtree } from '../../../scope/unit-tree.ts';
import { useScope } from '../../../scope/use-scope.ts';
import { Choice } from '../../../ui/choice.tsx';
import { DateBox } from '../../../ui/date-box.tsx';
import { EditDialog } from '../../../ui/edit-dialog.tsx';
import { EnteredBefore } from './entered-before.tsx';
import { EvidenceFields } from './evidence-fields.tsx';
import { toFigure, type EntryDraft } from './figure-kinds.ts';
import { KindFields } from './kind-fields.tsx';

export interface EntryDialogProps {
  readonly kind: InstitutionalKind;
  readonly report: SupervisionReport;
  readonly onClose: () => void;
}

/** A figure that no dossier tells: of a unit, for some days, from a document. */
export function EntryDialog({ kind, report, onClose }: EntryDialogProps) {
  const { t } = useTranslation('report');
  const { t: ofEdit } = useTranslation('edit');
  const format = useFormat();
  const { units } = useScope();
  const [draft, setDraft] = useState<EntryDraft>({
    unit: report.unit,
    validFrom: report.period.from,
    validTo: null,
    counts: {},
    modern: true,
    standard: '',
    scope: '',
    documentNumber: '',
    documentDate: null,
    fileName: '',
    fileHref: '',
  });
  const change = (part: Partial<EntryDraft>): void => {
    setDraft({ ...draft, ...part });
  };
  const write = useWrite(putInstitutional, { changes: [['institutional'], ['report']], onDone: onClose });
  const figure = toFigure(kind, draft);
  return (
    <EditDialog
      title={t(`kinds.${kind}`)}
      onClose={onClose}
      onSave={() => {
        if (figure !== undefined) write.mutate(figure);
      }}
      isPending={write.isPending}
      error={write.error}
      isIncomplete={figure === undefined}
    >
      <Choice
        label={t('unit')}
        options={listSubtree(units, report.unit).map(({ unit, depth }) => ({
          value: unit.code,
          label: format.name(unit.name),
          depth,
        }))}
        value={draft.unit}
        onChange={(unit) => {
          change({ unit });
        }}
      />
      <div className="fields">
        <DateBox
          label={ofEdit('validFrom')}
          value={draft.validFrom}
          onChange={(validFrom) => {
            change({ validFrom });
          }}
          isRequired
        />
        <DateBox
          label={ofEdit('validTo')}
          value={draft.validTo}
          onChange={(validTo) => {
            change({ validTo });
          }}
        />
      </div>
      <KindFields kind={kind} draft={draft} onChange={change} />
      <EvidenceFields draft={draft} onChange={change} />
      <EnteredBefore kind={kind} unit={draft.unit} />
    </EditDialog>
  );
}
