import type { PeriodCloseSummary } from '@motcua/contracts';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { closesQuery } from '../../api/period-close-queries.ts';
import type { DetailSearch } from '../../detail/detail-search.ts';
import { useDetail } from '../../detail/use-detail.ts';
import { formatMonth } from '../../format/dates.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useScope } from '../../scope/use-scope.ts';
import { useSession } from '../../session/session-context.ts';
import { Answer } from '../../ui/answer.tsx';
import { Button } from '../../ui/button.tsx';
import { DataTable, type Column } from '../../ui/data-table.tsx';
import { Empty, Loading } from '../../ui/states.tsx';
import { CloseDetail } from './close-detail.tsx';
import { findOpenClose } from './find-open-close.ts';
import { ProposeDialog } from './propose-dialog.tsx';
import './periods.css';

/** Months that are closed, and what is known of them now. */
export function PeriodsPage() {
  const { unit } = useScope();
  return unit === undefined ? <Loading height={400} /> : <PeriodsOfUnit unit={unit} />;
}

function PeriodsOfUnit({ unit }: { readonly unit: string }) {
  const { t } = useTranslation('closes');
  const { post } = useSession();
  const { open } = useDetail();
  const [isProposing, setProposing] = useState(false);
  const query = useQuery(closesQuery(unit));
  const opened = findOpenClose(query.data, open);
  return (
    <article className="periods">
      <header className="periods-head">
        <h1>{t('title')}</h1>
        {post.role === 'head' && (
          <Button
            kind="main"
            onPress={() => {
              setProposing(true);
            }}
          >
            {t('propose')}
          </Button>
        )}
      </header>
      <p className="page-help">{t('help')}</p>
      <Answer query={query} height={240}>
        {(closes) => (closes.length === 0 ? <Empty>{t('none')}</Empty> : <CloseTable closes={closes} open={opened?.id} />)}
      </Answer>
      {opened !== undefined && <CloseDetail key={opened.id} id={opened.id} />}
      {isProposing && (
        <ProposeDialog
          unit={unit}
          onClose={() => {
            setProposing(false);
          }}
        />
      )}
    </article>
  );
}

function CloseTable({ closes, open }: { readonly closes: readonly PeriodCloseSummary[]; readonly open: string | undefined }) {
  const { t } = useTranslation('closes');
  const format = useFormat();
  const columns: readonly Column<PeriodCloseSummary>[] = [
    {
      title: t('month'),
      cell: ({ id, month }) => (
        <Link to="." search={(before: DetailSearch) => ({ ...before, open: id })} resetScroll={false}>
          {formatMonth(month)}
        </Link>
      ),
    },
    { title: t('state'), cell: ({ state }) => t(`states.${state}`) },
    { title: t('knownAt'), cell: ({ knownAt }) => format.moment(knownAt) },
    { title: t('proposedBy'), cell: ({ proposedBy }) => proposedBy },
    { title: t('decidedBy'), cell: ({ state, decidedBy }) => (state === 'confirmed' ? decidedBy : '–') },
  ];
  return <DataTable label={t('title')} columns={columns} rows={closes} rowKey={({ id }) => id} openKey={open} />;
}
