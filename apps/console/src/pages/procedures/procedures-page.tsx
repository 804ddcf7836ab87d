import type { ProcedureDocument } from '@motcua/contracts';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { entriesQuery } from '../../api/catalogue-queries.ts';
import { matches } from '../../detail/fold-accents.ts';
import { OpenLink } from '../../detail/open-link.tsx';
import { SearchTools } from '../../detail/search-tools.tsx';
import { useDetail } from '../../detail/use-detail.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { Answer } from '../../ui/answer.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { Split } from '../../ui/split.tsx';
import { Empty } from '../../ui/states.tsx';
import { Validity } from '../../ui/validity.tsx';
import { ProcedureDialog } from './procedure-dialog.tsx';
import { ProcedurePanel } from './procedure-panel.tsx';
import { useSayLimit } from './use-say-limit.ts';

/** The procedures, found with accents or without, with their limits and papers. */
export function ProceduresPage() {
  const { t } = useTranslation('procedures');
  const { open, edit, choose } = useDetail();
  const query = useQuery(entriesQuery('procedures'));
  return (
    <article>
      <h1 className="page-title">{t('title')}</h1>
      <Answer query={query} height={500}>
        {(entries) => {
          const procedures = entries.map(({ document }) => document);
          const opened = procedures.find(({ code }) => code === open);
          return (
            <>
              <SearchTools canAdd={false} />
              <Split beside={opened === undefined ? undefined : <ProcedurePanel key={opened.code} procedure={opened} />}>
                <ProcedureTable procedures={procedures} />
              </Split>
              {edit === 'open' && opened !== undefined && (
                <ProcedureDialog
                  procedure={opened}
                  onClose={() => {
                    choose({ edit: undefined });
                  }}
                />
              )}
            </>
          );
        }}
      </Answer>
      <p className="page-help">{t('help')}</p>
    </article>
  );
}

function ProcedureTable({ procedures }: { readonly procedures: readonly ProcedureDocument[] }) {
  const { t } = useTranslation('procedures');
  const { t: ofEdit } = useTranslation('edit');
  const format = useFormat();
  const sayLimit = useSayLimit();
  const { open, q = '' } = useDetail();
  const rows = procedures.filter(({ code, name, fieldName }) =>
    matches(q, [code, name.vi, name.en ?? '', fieldName.vi, fieldName.en ?? '']),
  );
  if (rows.length === 0) return <Empty>{ofEdit('nothingFound')}</Empty>;
  return (
    <DataTable
      label={t('title')}
      rows={rows}
      rowKey={({ code }) => code}
      openKey={open}
      columns={[
        { title: t('procedure'), cell: ({ code, name }) => <OpenLink code={code}>{format.name(name)}</OpenLink> },
        { title: ofEdit('code'), cell: ({ code }) => code },
        { title: t('field'), cell: ({ fieldName }) => format.name(fieldName) },
        { title: t('limit'), cell: ({ limit }) => sayLimit(limit) },
        { title: t('serviceLevel'), cell: ({ serviceLevel }) => t(`serviceLevels.${serviceLevel}`) },
        { title: ofEdit('validity'), cell: (procedure) => <Validity {...procedure} /> },
      ]}
    />
  );
}
