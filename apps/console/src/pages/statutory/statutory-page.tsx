import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ii06Query } from '../../api/statutory-queries.ts';
import { EmptyPeriod } from '../../scope/empty-period.tsx';
import { useScope } from '../../scope/use-scope.ts';
import { Answer } from '../../ui/answer.tsx';
import { Empty, Loading } from '../../ui/states.tsx';
import { Ii06Table } from './ii06-table.tsx';
import { StatutoryHead } from './statutory-head.tsx';
import './statutory.css';

const route = getRouteApi('/statutory');

/** The forms that law asks every office to hand in, as they will be handed in; each figure opens to its dossiers. */
export function StatutoryPage() {
  const { t } = useTranslation('statutory');
  const { unit = '', period } = useScope();
  const { form = 'ii06a' } = route.useSearch();
  const query = useQuery({ ...ii06Query(form, { unit, ...period }), enabled: unit !== '' });
  if (unit === '') return <Loading height={600} />;
  return (
    <article className="statutory">
      <Answer query={query} height={600}>
        {(report) => (
          <>
            <StatutoryHead report={report} />
            <EmptyPeriod unit={unit} period={period} asOf={undefined} />
            {report.lines.length === 0 ? <Empty>{t('none')}</Empty> : <Ii06Table report={report} />}
            <p className="page-help">{t('help')}</p>
          </>
        )}
      </Answer>
    </article>
  );
}
