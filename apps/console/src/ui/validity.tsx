import { useTranslation } from 'react-i18next';
import { formatDate } from '../format/dates.ts';
import { DateBox } from './date-box.tsx';

export interface Valid {
  readonly validFrom: string;
  readonly validTo: string | null;
}

/** From when to when something holds, in words. */
export function Validity({ validFrom, validTo }: Valid) {
  const { t } = useTranslation('edit');
  const from = formatDate(validFrom);
  return <span>{validTo === null ? t('since', { from }) : t('between', { from, to: formatDate(validTo) })}</span>;
}

/** The same to be chosen; without a first day nothing changes. */
export function ValidityFields({ value, onChange }: { readonly value: Valid; readonly onChange: (value: Valid) => void }) {
  const { t } = useTranslation('edit');
  return (
    <div className="fields">
      <DateBox
        label={t('validFrom')}
        value={value.validFrom}
        isRequired
        onChange={(validFrom) => {
          if (validFrom !== null) onChange({ ...value, validFrom });
        }}
      />
      <DateBox
        label={t('validTo')}
        value={value.validTo}
        onChange={(validTo) => {
          onChange({ ...value, validTo });
        }}
      />
    </div>
  );
}
