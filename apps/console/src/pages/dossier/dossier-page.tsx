import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { dossierQuery, type ReadDossier } from '../../api/dossier-queries.ts';
import { lastDone } from '../../api/last-done.ts';
import { ApiProblem } from '../../api/problem.ts';
import { findTakenBack } from '../../dossier/history/find-taken-back.ts';
import { HistoryEntry } from '../../dossier/history/history-entry.tsx';
import { StepWords } from '../../dossier/history/step-words.tsx';
import { DossierForms } from '../../dossier/forms/dossier-forms.tsx';
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
  const { data } = query;
  useEffect(() => {
    if (data !== undefined) lastDone.offer(data);
  }, [data]);
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
                <History view={view} />
              </ol>
            </Panel>
            <DossierTabs view={view} />
          </div>
          <DossierForms dossier={view.dossier} />
          <p className="page-help">{t('help')}</p>
        </article>
      )}
    </Answer>
  );
}

/** What happened, newest first. */
function History({ view: { history = [], dossier } }: { readonly view: ReadDossier }) {
  const takenBack = findTakenBack(history);
  return history.toReversed().map((event) => (
    <HistoryEntry key={event.version} event={event} timeZone={dossier.timeZone} takenBackBy={takenBack.get(event.version)}>
      <StepWords event={event} procedure={dossier.procedure} />
      {takenBack.has(event.version) ? null : <SlipLink dossierId={dossier.dossierId} event={event} />}
    </HistoryEntry>
  ));
}
