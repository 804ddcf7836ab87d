import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  retainSearchParams,
  type ErrorComponentProps,
} from '@tanstack/react-router';
import { readBoardSearch } from '../pages/board/board-search.ts';
import { readListSearch } from '../pages/dossiers/list-search.ts';
import { readScopeSearch } from '../scope/scope-search.ts';
import { Failed, Loading } from '../ui/states.tsx';
import { PageNotFound } from './page-not-found.tsx';
import { Root } from './root.tsx';

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

export const router = createRouter({
  routeTree: root.addChildren([home, desk, board, dossiers, indicators]),
  defaultPendingComponent: () => <Loading height={400} />,
  defaultErrorComponent: ({ error, reset }: ErrorComponentProps) => <Failed error={error} onRetry={reset} />,
  defaultPreload: 'intent',
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
