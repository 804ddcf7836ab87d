import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  notFound,
  redirect,
  retainSearchParams,
  type ErrorComponentProps,
} from '@tanstack/react-router';
import { parseReportLink } from '@motcua/report';
import { readDetailSearch } from '../detail/detail-search.ts';
import { readAuditSearch } from '../pages/audit/audit-search.ts';
import { readBoardSearch } from '../pages/board/board-search.ts';
import { readDossierSearch } from '../pages/dossier/dossier-search.ts';
import { readFeesSearch } from '../pages/fees/fees-search.ts';
import { readListSearch } from '../pages/dossiers/list-search.ts';
import { readInboxSearch } from '../pages/inbox/inbox-search.ts';
import { readLookUpSearch } from '../pages/look-up/look-up-search.ts';
import { readWorklistSearch } from '../pages/worklist/worklist-search.ts';
import { readReportSearch } from '../pages/report/report-search.ts';
import { readStatutorySearch } from '../pages/statutory/statutory-search.ts';
import { readScopeSearch } from '../scope/scope-search.ts';
import { Failed, Loading } from '../ui/states.tsx';
import { PageNotFound } from './page-not-found.tsx';
import { Root } from './root.tsx';
import { parseSearch, stringifySearch } from './search-text.ts';

/** Unit and period go along from page to page. */
const root = createRootRoute({
  component: Root,
  notFoundComponent: PageNotFound,
  validateSearch: readScopeSearch,
  search: { middlewares: [retainSearchParams(['unit', 'from', 'to'])] },
});

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  component: lazyRouteComponent(() => import('./home.tsx'), 'Home'),
});

const desk = createRoute({
  getParentRoute: () => root,
  path: '/quay',
  component: lazyRouteComponent(() => import('../pages/desk/desk-page.tsx'), 'DeskPage'),
});

const returns = createRoute({
  getParentRoute: () => root,
  path: '/returns',
  component: lazyRouteComponent(() => import('../pages/returns/returns-page.tsx'), 'ReturnsPage'),
});

const fees = createRoute({
  getParentRoute: () => root,
  path: '/fees',
  validateSearch: readFeesSearch,
  component: lazyRouteComponent(() => import('../pages/fees/fees-page.tsx'), 'FeesPage'),
});

const board = createRoute({
  getParentRoute: () => root,
  path: '/board',
  validateSearch: readBoardSearch,
  component: lazyRouteComponent(() => import('../pages/board/board-page.tsx'), 'BoardPage'),
});

const dossiers = createRoute({
  getParentRoute: () => root,
  path: '/figures/$indicator',
  validateSearch: readListSearch,
  component: lazyRouteComponent(() => import('../pages/dossiers/dossiers-page.tsx'), 'DossiersPage'),
});

const indicators = createRoute({
  getParentRoute: () => root,
  path: '/indicators',
  component: lazyRouteComponent(() => import('../pages/indicators/indicators-page.tsx'), 'IndicatorsPage'),
});

const worklist = createRoute({
  getParentRoute: () => root,
  path: '/worklist',
  validateSearch: readWorklistSearch,
  component: lazyRouteComponent(() => import('../pages/worklist/worklist-page.tsx'), 'WorklistPage'),
});

const dossier = createRoute({
  getParentRoute: () => root,
  path: '/dossiers/$id',
  validateSearch: readDossierSearch,
  component: lazyRouteComponent(() => import('../pages/dossier/dossier-page.tsx'), 'DossierPage'),
});

const slip = createRoute({
  getParentRoute: () => root,
  path: '/dossiers/$id/slips/$version',
  component: lazyRouteComponent(() => import('../pages/slip/slip-page.tsx'), 'SlipPage'),
});

const lookUp = createRoute({
  getParentRoute: () => root,
  path: '/look-up',
  validateSearch: readLookUpSearch,
  component: lazyRouteComponent(() => import('../pages/look-up/look-up-page.tsx'), 'LookUpPage'),
});

const inbox = createRoute({
  getParentRoute: () => root,
  path: '/inbox',
  validateSearch: readInboxSearch,
  component: lazyRouteComponent(() => import('../pages/inbox/inbox-page.tsx'), 'InboxPage'),
});

const report = createRoute({
  getParentRoute: () => root,
  path: '/report',
  validateSearch: readReportSearch,
  component: lazyRouteComponent(() => import('../pages/report/report-page.tsx'), 'ReportPage'),
});

const statutory = createRoute({
  getParentRoute: () => root,
  path: '/statutory',
  validateSearch: readStatutorySearch,
  component: lazyRouteComponent(() => import('../pages/statutory/statutory-page.tsx'), 'StatutoryPage'),
});

const periods = createRoute({
  getParentRoute: () => root,
  path: '/periods',
  validateSearch: readDetailSearch,
  component: lazyRouteComponent(() => import('../pages/periods/periods-page.tsx'), 'PeriodsPage'),
});

/** The address that stands on a report's paper, with its QR code: the report of those days, as of its moment. */
const reportOnPaper = createRoute({
  getParentRoute: () => root,
  path: '/r/$unit/$part',
  validateSearch: readReportSearch,
  beforeLoad: ({ params: { unit, part }, search: { figure } }) => {
    const address = parseReportLink(part);
    // The router takes what is thrown here for the answer.
    // eslint-disable-next-line @typescript-eslint/only-throw-error
    if (address === undefined) throw notFound();
    const { period, asOf } = address;
    const search = { unit, ...period, asOf, ...(figure === undefined ? {} : { figure }) };
    // eslint-disable-next-line @typescript-eslint/only-throw-error
    throw redirect({ to: '/report', search, replace: true });
  },
});

const organisation = createRoute({
  getParentRoute: () => root,
  path: '/organisation',
  validateSearch: readDetailSearch,
  component: lazyRouteComponent(() => import('../pages/organisation/organisation-page.tsx'), 'OrganisationPage'),
});

const procedures = createRoute({
  getParentRoute: () => root,
  path: '/procedures',
  validateSearch: readDetailSearch,
  component: lazyRouteComponent(() => import('../pages/procedures/procedures-page.tsx'), 'ProceduresPage'),
});

const calendars = createRoute({
  getParentRoute: () => root,
  path: '/calendars',
  validateSearch: readDetailSearch,
  component: lazyRouteComponent(() => import('../pages/calendars/calendars-page.tsx'), 'CalendarsPage'),
});

const rules = createRoute({
  getParentRoute: () => root,
  path: '/rules',
  validateSearch: readDetailSearch,
  component: lazyRouteComponent(() => import('../pages/rules/rules-page.tsx'), 'RulesPage'),
});

const operations = createRoute({
  getParentRoute: () => root,
  path: '/operations',
  validateSearch: readDetailSearch,
  component: lazyRouteComponent(() => import('../pages/operations/operations-page.tsx'), 'OperationsPage'),
});

const accounts = createRoute({
  getParentRoute: () => root,
  path: '/accounts',
  validateSearch: readDetailSearch,
  component: lazyRouteComponent(() => import('../pages/accounts/accounts-page.tsx'), 'AccountsPage'),
});

const audit = createRoute({
  getParentRoute: () => root,
  path: '/audit',
  validateSearch: readAuditSearch,
  component: lazyRouteComponent(() => import('../pages/audit/audit-page.tsx'), 'AuditPage'),
});

export const router = createRouter({
  routeTree: root.addChildren([
    home,
    desk,
    returns,
    fees,
    board,
    dossiers,
    indicators,
    report,
    statutory,
    periods,
    reportOnPaper,
    organisation,
    procedures,
    calendars,
    rules,
    operations,
    accounts,
    audit,
    worklist,
    dossier,
    slip,
    lookUp,
    inbox,
  ]),
  parseSearch,
  stringifySearch,
  // What no page understands is in no page: an address that makes no sense opens as if that were not there.
  search: { strict: true },
  defaultPendingComponent: () => <Loading height={400} />,
  defaultErrorComponent: ({ error, reset }: ErrorComponentProps) => <Failed error={error} onRetry={reset} isPage />,
  defaultPreload: 'intent',
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
