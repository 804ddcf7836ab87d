import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { boardQuery } from '../../api/board-queries.ts';
import { EmptyPeriod } from '../../scope/empty-period.tsx';
import { useScope } from '../../scope/use-scope.ts';
import { Answer } from '../../ui/answer.tsx';
import { Loading } from '../../ui/states.tsx';
import { BoardHead } from './board-head.tsx';
import { type BoardScope, toBoardRequest } from './board-scope.ts';
import { BoardCards } from './cards/board-cards.tsx';
import { useLiveBoard } from './live/use-live-board.ts';
import { OrganisationChoice } from './organisation-choice.tsx';
import { Ranking } from './ranking/ranking.tsx';
import './board-page.css';

// What stands below the figures comes after them.
const Beside = lazy(() => import('./beside/beside.tsx'));
const Days = lazy(() => import('./days/days.tsx'));
const Months = lazy(() => import('./months/months.tsx'));

const route = getRouteApi('/board');

/** What a leader looks at for ten seconds. */
export function BoardPage() {
  const { unit, period } = useScope();
  const { asOf, organisation } = route.useSearch();
  if (unit === undefined) return <Loading height={600} />;
  return <BoardOfUnit scope={{ unit, period, asOf, organisation }} />;
}

function BoardOfUnit({ scope }: { readonly scope: BoardScope }) {
  const { t } = useTranslation('board');
  const { compare } = route.useSearch();
  const status = useLiveBoard(scope);
  const query = useQuery(boardQuery(toBoardRequest(scope)));
  return (
    <div className="board">
      {/* A unit of the past is none of today's: the way back stands where the head does not. */}
      {query.data === undefined && query.error !== null && <OrganisationChoice organisation={scope.organisation} />}
      <Answer query={query} height={600} isPage>
        {(board) => (
          <>
            <BoardHead board={board} scope={scope} status={status} />
            <EmptyPeriod {...scope} />
            <BoardCards board={board} scope={scope} compare={compare} />
            <div className="board-columns">
              <Ranking scope={scope} />
              <Suspense fallback={<Loading height={400} />}>
                <Beside board={board} scope={scope} />
              </Suspense>
            </div>
            <Suspense fallback={<Loading height={400} />}>
              <Months scope={scope} />
            </Suspense>
            <Suspense fallback={<Loading height={320} />}>
              <Days scope={scope} />
            </Suspense>
            <p className="page-help">{t('help')}</p>
          </>
        )}
      </Answer>
    </div>
  );
}
