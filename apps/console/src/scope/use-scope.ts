import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { unitsQuery } from '../api/reference-queries.ts';
import { useSession } from '../session/session-context.ts';
import { useToday } from '../ui/use-today.ts';
import { toPreset, type Period } from './periods.ts';
import type { ScopeSearch } from './scope-search.ts';
import { findPath, listSubtree } from './unit-tree.ts';

/** The unit and the period that the address names, or those that go without saying. */
export function useScope() {
  const { post } = useSession();
  const search: ScopeSearch = useSearch({ strict: false });
  const { data: units = [] } = useQuery(unitsQuery);
  const navigate = useNavigate();
  const today = useToday();

  return useMemo(() => {
    const allowed = listSubtree(units, post.unit);
    const unit = search.unit ?? post.unit ?? allowed[0]?.unit.code;
    const { from, to } =
      search.from !== undefined && search.to !== undefined ? { from: search.from, to: search.to } : toPreset('thisYear', today);
    return {
      /** Undefined only until the first units are known, for a post without a unit. */
      unit,
      period: { from, to } satisfies Period,
      today,
      units,
      allowed,
      path: unit === undefined ? [] : findPath(units, unit, post.unit),
      choose: (next: ScopeSearch) => navigate({ to: '.', search: (before: ScopeSearch) => ({ ...before, ...next }) }),
    };
  }, [units, post.unit, search.unit, search.from, search.to, today, navigate]);
}
