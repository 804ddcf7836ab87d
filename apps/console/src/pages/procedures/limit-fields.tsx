import type { ProcedureDocument } from '@motcua/contracts';
import { useTranslation } from 'react-i18next';
import { Choice } from '../../ui/choice.tsx';
import { NumberBox } from '../../ui/number-box.tsx';

type Limit = ProcedureDocument['limit'];
const units = ['working-day', 'working-hour', 'calendar-day'] as const;

export interface LimitFieldsProps {
  readonly label: string;
  readonly limit: Limit;
  readonly onChange: (limit: Limit) => void;
}

/** A limit, or that none is known. */
export function LimitFields({ label, limit, onChange }: LimitFieldsProps) {
  const { t } = useTranslation('procedures');
  return (
    <div className="fields">
      <Choice
        label={label}
        options={[{ value: 'none', label: t('noLimit') }, ...units.map((value) => ({ value, label: t(`limitUnits.${value}`) }))]}
        value={limit?.unit ?? 'none'}
        onChange={(unit) => {
          onChange(unit === 'none' ? null : { amount: limit?.amount ?? 1, unit });
        }}
      />
      {limit !== null && (
        <NumberBox
          label={t('amount')}
          value={limit.amount}
          minValue={0}
          isRequired
          onChange={(amount) => {
            onChange({ ...limit, amount });
          }}
        />
      )}
    </div>
  );
}
