import type { LaterEvent, PeriodComparison } from '@motcua/contracts';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { indicatorsQuery } from '../../api/board-queries.ts';
import { comparisonQuery } from '../../api/period-close-queries.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { Button } from '../../ui/button.tsx';
import { DataTable, type Column } from '../../ui/data-table.tsx';
import { Failed, Loading } from '../../ui/states.tsx';
import { toEventWord } from './event-word.ts';

type Number = PeriodComparison['figures'][number];
type Dossier = PeriodComparison['dossiers'][number];

/** As reported beside as now known, and which dossiers make the difference, each with what was done to it. */
export function CloseComparison({ id }: { readonly id: string }) {
  const { t } = useTranslation('closes');
  const format = useFormat();
  const query = useInfiniteQuery(comparisonQuery(id));
  const [first] = query.data?.pages ?? [];
  const failed =
    query.error === null ? undefined : (
      <Failed error={query.error} onRetry={() => void (query.isFetchNextPageError ? query.fetchNextPage() : query.refetch())} />
    );
  if (first === undefined) return failed ?? <Loading height={160} />;
  if (first.changedDossiers === 0) return <p className="close-same">{t('same')}</p>;
  const dossiers = query.data?.pages.flatMap((page) => page.dossiers) ?? [];
  return (
    <>
      <NumberTable numbers={first.figures.filter(({ reported, nowKnown }) => reported !== nowKnown)} />
      <h3>{t('changed', { number: format.count(first.changedDossiers) })}</h3>
      <DossierReasons dossiers={dossiers} />
      {/* What is there stays where more of it fails to come. */}
      {failed}
      {query.hasNextPage && !query.isFetchNextPageError && (
        <Button isDisabled={query.isFetchingNextPage} onPress={() => void query.fetchNextPage()}>
          {t('more')}
        </Button>
      )}
    </>
  );
}

/** The name of a number that figures are made of. */
function useNumberName(): (indicator: string, part: Number['part']) => string {
  const { t } = useTranslation('closes');
  const format = useFormat();
  const { data: indicators = [] } = useQuery(indicatorsQuery);
  return (indicator, part) => {
    const name = indicators.find(({ id }) => id === indicator)?.name;
    const shown = name === undefined ? indicator : format.name(name);
    return part === 'value' ? shown : `${shown} (${t(`parts.${part}`)})`;
  };
}

function NumberTable({ numbers }: { readonly numbers: readonly Number[] }) {
  const { t } = useTranslation('closes');
  const format = useFormat();
  const nameOf = useNumberName();
  const columns: readonly Column<Number>[] = [
    { title: t('figure'), cell: ({ indicator, part }) => nameOf(indicator, part) },
    { title: t('reported'), cell: ({ reported }) => format.count(reported), isNumber: true },
    { title: t('nowKnown'), cell: ({ nowKnown }) => format.count(nowKnown), isNumber: true },
    { title: t('difference'), cell: ({ reported, nowKnown }) => format.difference(nowKnown - reported), isNumber: true },
  ];
  // Dossiers that count otherwise can make up for each other.
  if (numbers.length === 0) return <p>{t('sumsSame')}</p>;
  return (
    <>
      <DataTable label={t('figures')} columns={columns} rows={numbers} rowKey={({ indicator, part }) => `${indicator}/${part}`} />
      <p className="page-help">{t('onlyMoved')}</p>
    </>
  );
}

function DossierReasons({ dossiers }: { readonly dossiers: readonly Dossier[] }) {
  const { t } = useTranslation('closes');
  const columns: readonly Column<Dossier>[] = [
    {
      title: t('dossier'),
      cell: ({ dossierId, code }) => (
        <Link to="/dossiers/$id" params={{ id: dossierId }}>
          {code ?? dossierId}
        </Link>
      ),
    },
    {
      title: t('why'),
      cell: ({ events }) => (
        <ul className="close-reasons">
          {events.map((event) => (
            <Reason key={`${event.stream} ${String(event.version)}`} event={event} />
          ))}
        </ul>
      ),
    },
  ];
  return <DataTable label={t('dossier')} columns={columns} rows={dossiers} rowKey={({ dossierId }) => dossierId} />;
}

function Reason({ event }: { readonly event: LaterEvent }) {
  const { t } = useTranslation('closes');
  const format = useFormat();
  const nameOf = useNumberName();
  const what = t(`events.${toEventWord(event)}`);
  return (
    <li>
      {t('recorded', { what, at: format.moment(event.recordedAt) })}:{' '}
      {event.changes.map(({ indicator, part, by }) => `${nameOf(indicator, part)} ${format.difference(by)}`).join('; ')}
    </li>
  );
}
