import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/use-format.ts';
import { useProcedureName, useUnitName } from '../use-names.ts';
import type { ChangedField } from './to-change-lines.ts';

/** What was, struck through, and what is. */
export function ChangedFields({ fields, timeZone }: { readonly fields: readonly ChangedField[]; readonly timeZone: string }) {
  const { t } = useTranslation('dossier');
  const say = useValueWords(timeZone);
  if (fields.length === 0) return null;
  return (
    <dl className="changed-fields">
      {fields.map(({ field, from, to }) => (
        <div key={field}>
          <dt>{t(`fields.${field as 'receivedAt'}`, { defaultValue: field })}</dt>
          <dd>
            {from !== undefined && from !== null && <del>{say(field, from)}</del>}{' '}
            {to === undefined || to === null ? t('changed') : <ins>{say(field, to)}</ins>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function useValueWords(timeZone: string): (field: string, value: unknown) => string {
  const { t } = useTranslation('dossier');
  const format = useFormat();
  const unitName = useUnitName();
  const procedureName = useProcedureName();
  return (field, value) => {
    if (field === 'limit') {
      const { amount, unit } = value as { amount: number; unit: 'working-day' };
      return t(`limits.${unit}`, { number: format.count(amount) });
    }
    const text = String(value);
    if (field === 'unit') return unitName(text);
    if (field === 'procedure') return procedureName(text);
    return Number.isNaN(Date.parse(text)) ? text : format.moment(text, timeZone);
  };
}
