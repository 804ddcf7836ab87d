import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { DisputeButton } from '../../dispute/dispute-button.tsx';
import { useScope } from '../../scope/use-scope.ts';
import { useSession } from '../../session/session-context.ts';
import { Loading } from '../../ui/states.tsx';
import { AbsencesList } from './absences/absences-list.tsx';
import { ApprovalsList } from './approvals/approvals-list.tsx';
import { ErasuresList } from './approvals/erasures-list.tsx';
import { CausesList } from './causes/causes-list.tsx';
import { OfflineList } from './offline/offline-list.tsx';
import { OpenList } from './open/open-list.tsx';
import { worklistTabs, type WorklistTab } from './worklist-search.ts';
import '../../ui/tabs.css';
import './worklist.css';

const route = getRouteApi('/worklist');
/** Decided by heads alone. */
const forHeads: readonly WorklistTab[] = ['approvals'];

/** What is to be done in a unit. */
export function WorklistPage() {
  const { t } = useTranslation('worklist');
  const { unit } = useScope();
  const { post } = useSession();
  const { list = 'open' } = route.useSearch();
  const mayDecide = post.role === 'head' || post.role === 'admin';
  const tabs = worklistTabs.filter((one) => mayDecide || !forHeads.includes(one));
  return (
    <div className="worklist">
      <h1>{t('title')}</h1>
      <nav aria-label={t('lists')} className="tab-list">
        {tabs.map((one) => (
          <Link
            key={one}
            to="/worklist"
            search={(before) => ({ ...before, list: one })}
            className="tab"
            {...(one === list ? { 'data-selected': true, 'aria-current': 'page' as const } : {})}
          >
            {t(`tabs.${one}`)}
          </Link>
        ))}
      </nav>
      {unit === undefined ? <Loading height={400} /> : <ListOf list={list} unit={unit} />}
      <p className="page-help">
        {t(`help.${list}`)} <DisputeButton about={{ page: 'worklist' }} />
      </p>
    </div>
  );
}

function ListOf({ list, unit }: { readonly list: WorklistTab; readonly unit: string }) {
  switch (list) {
    case 'open':
      return <OpenList key={unit} unit={unit} />;
    case 'offline':
      return <OfflineList unit={unit} />;
    case 'approvals':
      return (
        <>
          <ApprovalsList unit={unit} />
          <ErasuresList unit={unit} />
        </>
      );
    case 'causes':
      return <CausesList unit={unit} />;
    case 'absences':
      return <AbsencesList unit={unit} />;
  }
}
