import { getRouteApi } from '@tanstack/react-router';
import type { AuditFilter } from '../../api/audit-queries.ts';
import { useScope } from '../../scope/use-scope.ts';
import { toAbout } from './to-about.ts';

const route = getRouteApi('/audit');
const DAY_MS = 86_400_000;
/** Hanoi has no other time; days of the period are days there. */
const midnight = (date: string): number => Date.parse(`${date}T00:00:00+07:00`);

/** What is looked for, by the address and the period above the page. */
export function useAuditFilter(): AuditFilter {
  const { sub, action, about } = route.useSearch();
  const { period } = useScope();
  return {
    sub,
    action,
    about: about === undefined ? undefined : toAbout(about),
    from: new Date(midnight(period.from)).toISOString(),
    to: new Date(midnight(period.to) + DAY_MS).toISOString(),
  };
}
