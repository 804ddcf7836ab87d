import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { unitsQuery } from '../../api/reference-queries.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { listSubtree } from '../../scope/unit-tree.ts';
import { Choice } from '../../ui/choice.tsx';

export interface UnitFieldProps {
  readonly label: 'toUnit' | 'unit';
  /** Not offered: where the dossier is already. */
  readonly except: string;
  readonly value: string | undefined;
  readonly onChange: (unit: string) => void;
}

/** One of the units that there are today; typing jumps to what begins so. */
export function UnitField({ label, except, value, onChange }: UnitFieldProps) {
  const { t } = useTranslation('dossier');
  const format = useFormat();
  const { data: units = [] } = useQuery(unitsQuery);
  const today = new Date().toISOString().slice(0, 10);
  const living = units.filter(({ validTo }) => validTo === null || validTo >= today);
  const options = listSubtree(living).filter(({ unit }) => unit.code !== except);
  return (
    <Choice
      label={t(`fields.${label}`)}
      options={options.map(({ unit: { code, name }, depth }) => ({ value: code, label: format.name(name), depth }))}
      value={value}
      onChange={onChange}
    />
  );
}
