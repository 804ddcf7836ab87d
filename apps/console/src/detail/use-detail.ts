import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { readDetailSearch, type DetailSearch } from './detail-search.ts';

type Changes = { readonly [Name in keyof DetailSearch]: DetailSearch[Name] | undefined };

/** What of a list is looked at, by the address; `choose` moves on from there, and undefined leaves something out. */
export function useDetail() {
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const navigate = useNavigate();
  return useMemo(
    () => ({
      ...readDetailSearch(search),
      choose: (changes: Partial<Changes>) =>
        void navigate({
          to: '.',
          search: (before: Readonly<Record<string, unknown>>) => ({ ...before, ...changes }) as DetailSearch,
          resetScroll: false,
        }),
    }),
    [search, navigate],
  );
}
