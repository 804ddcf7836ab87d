import type { FeeTaking } from '@motcua/contracts';
import { useTranslation } from 'react-i18next';
import { DossierLink } from '../../dossier/dossier-link.tsx';
import { useProcedureName } from '../../dossier/use-names.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { DataTable } from '../../ui/data-table.tsx';

/** Each fee with its receipt; the code opens the dossier. */
export function TakingTable({ takings }: { readonly takings: readonly FeeTaking[] }) {
  const { t } = useTranslation('fees');
  const format = useFormat();
  const procedureName = useProcedureName();
  return (
    <DataTable<FeeTaking>
      label={t('list')}
      rows={takings}
      rowKey={({ dossierId, version }) => `${dossierId}/${String(version)}`}
      columns={[
        { title: t('dossier'), cell: (one) => <DossierLink {...one} /> },
        { title: t('byProcedure'), cell: ({ procedure }) => procedureName(procedure) },
        { title: t('byOfficer'), cell: ({ officer }) => officer ?? t('nobody') },
        { title: t('takenAt'), cell: ({ takenAt }) => format.clock(takenAt) },
        { title: t('byWay'), cell: ({ way }) => t(`ways.${way}`) },
        { title: t('receipt'), cell: ({ receiptNumber }) => receiptNumber ?? '–' },
        {
          title: t('sum'),
          isNumber: true,
          cell: ({ amount, isCancelled }) =>
            isCancelled ? (
              <>
                <s>{format.count(amount)}</s> {t('isCancelled')}
              </>
            ) : (
              format.count(amount)
            ),
        },
      ]}
    />
  );
}
