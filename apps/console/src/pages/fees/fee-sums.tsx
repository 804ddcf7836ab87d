import type { CashUp } from '@motcua/contracts';
import { useTranslation } from 'react-i18next';
import { useProcedureName, useUnitName } from '../../dossier/use-names.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { DataTable } from '../../ui/data-table.tsx';

type Part = 'byOfficer' | 'byProcedure' | 'byUnit' | 'byWay';
type Sum = CashUp[Part][number];

/** Who took how much, for what, where and how; one unit alone is not told apart. */
export function FeeSums({ cashUp }: { readonly cashUp: CashUp }) {
  const { t } = useTranslation('fees');
  const unitName = useUnitName();
  const procedureName = useProcedureName();
  const nameOf: Readonly<Record<Part, (key: string) => string>> = {
    byOfficer: (key) => key,
    byProcedure: procedureName,
    byUnit: unitName,
    byWay: (key) => t(key === 'online' ? 'ways.online' : 'ways.counter'),
  };
  const parts = (['byOfficer', 'byProcedure', 'byUnit', 'byWay'] as const).filter(
    (part) => part !== 'byUnit' || cashUp.byUnit.length > 1,
  );
  return (
    <div className="fees-sums">
      {parts.map((part) => (
        <SumTable key={part} title={t(part)} rows={cashUp[part]} nameOf={nameOf[part]} />
      ))}
    </div>
  );
}

interface SumTableProps {
  readonly title: string;
  readonly rows: readonly Sum[];
  readonly nameOf: (key: string) => string;
}

function SumTable({ title, rows, nameOf }: SumTableProps) {
  const { t } = useTranslation('fees');
  const format = useFormat();
  return (
    <DataTable<Sum>
      label={title}
      rows={rows}
      rowKey={({ key }) => key ?? ''}
      columns={[
        { title, cell: ({ key }) => (key === null ? t('nobody') : nameOf(key)) },
        { title: t('number'), cell: ({ number }) => format.count(number), isNumber: true },
        { title: t('sum'), cell: ({ amount }) => format.count(amount), isNumber: true },
      ]}
    />
  );
}
