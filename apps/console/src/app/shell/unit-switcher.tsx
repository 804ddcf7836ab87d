import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/use-format.ts';
import { useScope } from '../../scope/use-scope.ts';
import { Choice } from '../../ui/choice.tsx';

/** Any unit that the post may see. Where there is one alone, there is nothing to switch. */
export function UnitSwitcher() {
  const { t } = useTranslation();
  const format = useFormat();
  const { allowed, unit, choose } = useScope();
  if (allowed.length < 2) return null;
  return (
    <Choice
      label={t('unit')}
      hidesLabel
      options={allowed.map(({ unit: { code, name }, depth }) => ({ value: code, label: format.name(name), depth }))}
      value={unit}
      onChange={(code) => void choose({ unit: code })}
    />
  );
}
