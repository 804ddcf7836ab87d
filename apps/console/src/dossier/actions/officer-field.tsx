import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { staffQuery } from '../../api/reference-queries.ts';
import { Choice } from '../../ui/choice.tsx';

const NOBODY = '';

/** Who is put in charge: somebody of the unit that gets the dossier, or nobody yet. */
export function OfficerField({
  unit,
  value,
  onChange,
}: {
  readonly unit: string;
  readonly value: string | undefined;
  readonly onChange: (officer: string | undefined) => void;
}) {
  const { t } = useTranslation('dossier');
  const { data: staff = [] } = useQuery(staffQuery);
  const today = new Date().toISOString().slice(0, 10);
  const there = staff.filter((one) => one.unit === unit && (one.validTo === null || one.validTo >= today));
  if (there.length === 0) return null;
  return (
    <Choice
      label={t('fields.officer')}
      options={[{ value: NOBODY, label: t('nobody') }, ...there.map(({ id }) => ({ value: id, label: id }))]}
      value={value ?? NOBODY}
      onChange={(officer) => {
        onChange(officer === NOBODY ? undefined : officer);
      }}
    />
  );
}
