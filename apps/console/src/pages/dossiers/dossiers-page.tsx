import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { indicatorsQuery } from '../../api/board-queries.ts';
import { dossierLinesQuery } from '../../api/dossier-line-queries.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useScope } from '../../scope/use-scope.ts';
import { Empty, Failed, Loading } from '../../ui/states.tsx';
import { DossierTable } from './dossier-table.tsx';
import { ListHead } from './list-head.tsx';
import './dossiers.css';

const route = getRouteApi('/figures/$indicator');

/** The dossiers behind a figure, as many as it says. */
export function DossiersPage() {
  const { unit } = useScope();
  return unit === undefined ? <Loading height={400} /> : <DossiersOfUnit unit={unit} />;
}

function DossiersOfUnit({ unit }: { readonly unit: string }) {
  const { t } = useTranslation('list');
  const format = useFormat();
  const { indicator } = route.useParams();
  const search = route.useSearch();
  const { period } = useScope();
  const { data: indicators } = useQuery(indicatorsQuery);
  const definition = indicators?.find(({ id }) => id === indicator);
  const query = useInfiniteQuery(
    dossierLinesQuery({
      ...{ indicator, unit, ...period, part: search.part, asOf: search.asOf, by: search.by, key: search.key },
      organisation: search.organisation,
    }),
  );
  const [first] = query.data?.pages ?? [];
  const lines = query.data?.pages.flatMap(({ dossiers }) => dossiers) ?? [];
  const { fetchNextPage, hasNextPage, isFetchingNextPage } = query;
  return (
    <div className="dossiers">
      <ListHead indicator={indicator} definition={definition} search={search} page={first} period={period} />
      {first === undefined && query.error === null && <Loading height={480} />}
      {query.error !== null && <Failed error={query.error} onRetry={() => void query.refetch()} />}
      {first !== undefined && lines.length === 0 && <Empty>{t('empty')}</Empty>}
      {lines.length > 0 && (
        <DossierTable
          lines={lines}
          total={first?.total ?? lines.length}
          onEnd={() => {
            if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
          }}
        />
      )}
      <p className="page-help">
        {t('help')} {first !== undefined && t('loaded', { number: format.count(lines.length) })}
      </p>
    </div>
  );
}
