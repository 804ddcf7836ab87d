import type { DuePreview } from '@motcua/contracts';
import type { UseQueryResult } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { resultWays } from '../result-ways.ts';
import { Segments } from '../../../ui/segments.tsx';
import { Tick } from '../../../ui/tick.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import type { Draft } from '../draft.ts';
import { Band } from './band.tsx';
import { DuePromise } from './due-promise.tsx';

export interface WhenBandProps {
  readonly draft: Draft;
  readonly change: (patch: Partial<Draft>) => void;
  /** Undefined: no procedure is chosen. */
  readonly due: UseQueryResult<DuePreview> | undefined;
}

/** When it will be done, how the result is received, what was paid. */
export function WhenBand({ draft, change, due }: WhenBandProps) {
  const { t } = useTranslation('desk');
  return (
    <Band number={3} title={t('when')} aside={<DuePromise due={due} />}>
      <div className="field-grid">
        <div className="span-4">
          <Segments
            label={t('resultBy')}
            options={resultWays.map((value) => ({ value, label: t(`ways.${value}`) }))}
            value={draft.way}
            onChange={(way) => {
              change({ way });
            }}
          />
        </div>
        <TextField
          label={t(draft.way === 'post' ? 'postAddress' : 'place')}
          span={4}
          value={draft.place}
          maxLength={500}
          autoComplete="off"
          onChange={(place) => {
            change({ place });
          }}
        />
        <TextField
          label={t('fee')}
          span={2}
          value={draft.fee}
          maxLength={16}
          inputMode="numeric"
          autoComplete="off"
          onChange={(fee) => {
            change({ fee });
          }}
        />
        <TextField
          label={t('receiptNumber')}
          span={2}
          isDisabled={draft.isOwed}
          value={draft.receiptNumber}
          maxLength={50}
          autoComplete="off"
          onChange={(receiptNumber) => {
            change({ receiptNumber });
          }}
        />
        {(draft.showsMore || draft.isOwed) && (
          <div className="span-4 field-beside">
            <Tick
              isSelected={draft.isOwed}
              onChange={(isOwed) => {
                change({ isOwed });
              }}
            >
              {t('isOwed')}
            </Tick>
          </div>
        )}
        <TextField
          label={t('note')}
          span={draft.showsMore || draft.isOwed ? 8 : 12}
          value={draft.note}
          maxLength={2000}
          autoComplete="off"
          onChange={(note) => {
            change({ note });
          }}
        />
      </div>
    </Band>
  );
}
