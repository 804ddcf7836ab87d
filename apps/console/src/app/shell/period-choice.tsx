import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatPeriod } from '../../format/dates.ts';
import { findPreset, presetNames, toPreset, type PresetName } from '../../scope/periods.ts';
import { useScope } from '../../scope/use-scope.ts';
import { Choice } from '../../ui/choice.tsx';

// Date fields are a quarter of the kit, and few need other days than these.
const PeriodDialog = lazy(() => import('./period-dialog.tsx'));

/** The period that figures are of. */
export function PeriodChoice() {
  const { t } = useTranslation('period');
  const { period, today, choose } = useScope();
  const [asks, setAsks] = useState(false);
  const preset = findPreset(period, today);
  const options: { value: PresetName | 'shown' | 'other'; label: string }[] = [
    ...presetNames.map((name) => ({ value: name, label: t(name) })),
    ...(preset === undefined ? [{ value: 'shown' as const, label: formatPeriod(period.from, period.to) }] : []),
    { value: 'other', label: t('other') },
  ];
  return (
    <>
      <Choice
        label={t('title')}
        hidesLabel
        options={options}
        value={preset ?? 'shown'}
        onChange={(value) => {
          if (value === 'other') setAsks(true);
          else if (value !== 'shown') void choose(toPreset(value, today));
        }}
      />
      {asks && (
        <Suspense>
          <PeriodDialog
            period={period}
            onChoose={(chosen) => void choose(chosen)}
            onClose={() => {
              setAsks(false);
            }}
          />
        </Suspense>
      )}
    </>
  );
}
