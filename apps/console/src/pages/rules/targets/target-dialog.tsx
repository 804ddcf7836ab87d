import type { Target } from '@motcua/contracts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { indicatorsQuery } from '../../../api/board-queries.ts';
import { putTarget, type TargetDraft } from '../../../api/notice-rule-queries.ts';
import { useWrite } from '../../../api/use-write.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { useScope } from '../../../scope/use-scope.ts';
import { Choice } from '../../../ui/choice.tsx';
import { EditDialog } from '../../../ui/edit-dialog.tsx';
import { NumberBox } from '../../../ui/number-box.tsx';
import { ValidityFields } from '../../../ui/validity.tsx';

export interface TargetDialogProps {
  /** Absent: a new one. */
  readonly target?: Target;
  readonly unit: string;
  readonly onClose: () => void;
}

/** A share that a unit aims at; below it head and leader are told. */
export function TargetDialog({ target, unit, onClose }: TargetDialogProps) {
  const { t } = useTranslation('rules');
  const format = useFormat();
  const { allowed, today } = useScope();
  const { data: indicators = [] } = useQuery(indicatorsQuery);
  const [draft, setDraft] = useState<TargetDraft>(
    target === undefined
      ? { unit, indicator: 'on-time.766', target: 0.95, validFrom: today, validTo: null }
      : {
          unit: target.unit,
          indicator: target.indicator,
          target: target.target,
          validFrom: target.validFrom,
          validTo: target.validTo,
        },
  );
  const change = (part: Partial<TargetDraft>): void => {
    setDraft({ ...draft, ...part });
  };
  const write = useWrite(putTarget, { changes: [['targets']], onDone: onClose });
  return (
    <EditDialog
      title={t('targetTitle')}
      onClose={onClose}
      onSave={() => {
        write.mutate(draft);
      }}
      isPending={write.isPending}
      error={write.error}
      isIncomplete={!(draft.target > 0)}
    >
      {target === undefined && (
        <>
          <Choice
            label={t('unit')}
            options={allowed.map((one) => ({ value: one.unit.code, label: format.name(one.unit.name), depth: one.depth }))}
            value={draft.unit}
            onChange={(chosen) => {
              change({ unit: chosen });
            }}
          />
          <Choice
            label={t('indicator')}
            options={indicators
              .filter(({ kind }) => kind === 'rate')
              .map(({ id, name }) => ({ value: id, label: format.name(name) }))}
            value={draft.indicator}
            onChange={(indicator) => {
              change({ indicator });
            }}
          />
        </>
      )}
      <NumberBox
        label={t('target')}
        value={draft.target}
        minValue={0.001}
        maxValue={1}
        step={0.001}
        formatOptions={{ style: 'percent', maximumFractionDigits: 1 }}
        isRequired
        onChange={(share) => {
          change({ target: share });
        }}
      />
      <ValidityFields value={draft} onChange={change} />
    </EditDialog>
  );
}
