import { getRouteApi } from '@tanstack/react-router';
import type { AuditFilter } from '../../api/audit-queries.ts';
import { toBeginning } from '../../format/dates.ts';
import { listDates } from '../../scope/periods.ts';
import { useScope } from '../../scope/use-scope.ts';
import { toAbout } from './to-about.ts';

const route = getRouteApi('/audit');

/** What is looked for, by the address and the period above the page: from its first day on, to the end of its last. */
export function useAuditFilter(): AuditFilter {
  const { sub, action, about } = route.useSearch();
  const { period } = useScope();
  const [, dayAfter = period.to] = listDates(period.to, 2);
  return {
    sub,
    action,
    about: about === undefined ? undefined : toAbout(about),
    from: toBeginning(period.from),
    to: toBeginning(dayAfter),
  };
}
