import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { dossierQuery } from '../../api/dossier-queries.ts';
import { ApiProblem } from '../../api/problem.ts';
import { HistoryEntry } from '../../dossier/history/history-entry.tsx';
import { StepWords } from '../../dossier/history/step-words.tsx';
import { SlipLink } from '../../dossier/slip/slip-link.tsx';
import { Answer } from '../../ui/answer.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Empty } from '../../ui/states.tsx';
import { DossierHead } from './dossier-head.tsx';
import { DossierTabs } from './dossier-tabs.tsx';
import { Proposals } from './proposals.tsx';
import './dossier-page.css';

const route = getRouteApi('/dossiers/$id');

/** One dossier: what state it is in, what happened, what belongs to it, and what may be done. */
export function DossierPage() {
  const { t } = useTranslation('dossier');
  const { id } = route.useParams();
  const query = useQuery(dossierQuery(id));
  if (query.error instanceof ApiProblem && query.error.status === 404) return <Empty>{t('notFound')}</Empty>;
  return (
    <Answer query={query} height={480}>
      {(view) => (
        <article className="dossier-page">
          <DossierHead view={view} />
          <Proposals view={view} />
          <div className="dossier-columns-two">
            <Panel title={t('historyTitle')}>
              <ol className="history-list">
                {(view.history ?? []).toReversed().map((event) => (
                  <HistoryEntry key={event.version} event={event} timeZone={view.dossier.timeZone}>
                    <StepWords event={event} procedure={view.dossier.procedure} />
                    <SlipLink dossierId={view.dossier.dossierId} event={event} />
                  </HistoryEntry>
                ))}
              </ol>
            </Panel>
            <DossierTabs view={view} />
          </div>
          <p className="page-help">{t('help')}</p>
        </article>
      )}
    </Answer>
  );
}
