import type { ProcedureDocument } from '@motcua/contracts';
import { useTranslation } from 'react-i18next';
import { TextField } from '../../../ui/text-field.tsx';
import type { Draft, Missing } from '../draft.ts';
import { ProcedureSearch } from '../search/procedure-search.tsx';
import { Band } from './band.tsx';
import { ComponentTicks } from './component-ticks.tsx';

export interface WhatBandProps {
  readonly draft: Draft;
  readonly change: (patch: Partial<Draft>) => void;
  readonly procedures: readonly ProcedureDocument[];
  readonly procedure: ProcedureDocument | undefined;
  readonly missing: readonly Missing[];
}

/** What is asked for, and the papers that were handed in for it. */
export function WhatBand({ draft, change, procedures, procedure, missing }: WhatBandProps) {
  const { t } = useTranslation('desk');
  return (
    <Band number={2} title={t('what')}>
      <div className="field-grid">
        <div className="span-6" data-asks="procedure">
          <ProcedureSearch
            procedures={procedures}
            chosen={procedure}
            isInvalid={missing.includes('procedure')}
            onChoose={(next) => {
              // What the paper list asks for was handed in unless it is unticked: most receipts are complete.
              const asked = (next?.components ?? []).map(({ code, copies }) => [code, copies] as const);
              change({ procedure: next?.code ?? null, copies: Object.fromEntries(asked), originals: {} });
            }}
          />
        </div>
        <TextField
          label={t('content')}
          span={3}
          value={draft.content}
          maxLength={500}
          autoComplete="off"
          onChange={(content) => {
            change({ content });
          }}
        />
        <TextField
          label={t('others')}
          span={3}
          value={draft.others}
          autoComplete="off"
          onChange={(others) => {
            change({ others });
          }}
        />
      </div>
      {procedure !== undefined && (
        <ComponentTicks
          components={procedure.components ?? []}
          copies={draft.copies}
          onChange={(copies) => {
            change({ copies });
          }}
          originals={draft.showsMore ? draft.originals : undefined}
          onOriginals={(originals) => {
            change({ originals });
          }}
        />
      )}
    </Band>
  );
}
