import type { ClockLine, ClockPage, DossierClocks, LikelyCompletedOfflinePage } from '@motcua/contracts';
import { queryOptions } from '@tanstack/react-query';
import { dossierKey } from './dossier-queries.ts';
import { request } from './request.ts';

/** Dues of dossiers that run and lie before a moment, the nearest first; pages are read until it is reached. */
export const dueBeforeQuery = (unit: string, before: string) =>
  queryOptions({
    queryKey: ['clocks', 'due-before', unit, before],
    queryFn: async ({ signal }) => {
      const states = ['running', 'due-soon'] as const;
      const lists = await Promise.all(states.map((state) => readClocks({ unit, state, before, signal })));
      return lists.flat();
    },
    refetchInterval: 60_000,
  });

/** Every clock that is not closed, of dossiers that a unit or one below it answers for, and of those that it handles. */
export const unitClocksQuery = (unit: string) =>
  queryOptions({
    queryKey: ['clocks', 'of-unit', unit],
    queryFn: async ({ signal }) => {
      const lists = await Promise.all([readPages({ unit }, signal), readPages({ handling: unit }, signal)]);
      return lists.flat();
    },
    refetchInterval: 20_000,
  });

/** The clocks of one dossier, each with what became of it. */
export const dossierClocksQuery = (id: string) =>
  queryOptions({
    queryKey: [...dossierKey(id), 'clocks'],
    queryFn: ({ signal }) => request<DossierClocks>(`/v1/dossiers/${id}/clocks`, { signal }),
    refetchInterval: 30_000,
  });

/** Done on paper, probably, and not recorded. */
export const likelyCompletedOfflineQuery = (unit: string) =>
  queryOptions({
    queryKey: ['likely-completed-offline', unit],
    queryFn: ({ signal }) =>
      request<LikelyCompletedOfflinePage>('/v1/likely-completed-offline', { query: { unit, limit: 1000 }, signal }),
  });

async function readPages(scope: Record<string, string>, signal: AbortSignal): Promise<ClockLine[]> {
  const clocks: ClockLine[] = [];
  let cursor: string | null = null;
  do {
    const query: Record<string, string | number | null> = { ...scope, sort: 'due', limit: 1000, cursor };
    const page: ClockPage = await request<ClockPage>('/v1/clocks', { query, signal });
    clocks.push(...page.clocks);
    cursor = page.next;
  } while (cursor !== null);
  return clocks;
}

interface Wanted {
  readonly unit: string;
  readonly state: 'running' | 'due-soon';
  readonly before: string;
  readonly signal: AbortSignal;
}

async function readClocks({ unit, state, before, signal }: Wanted): Promise<ClockLine[]> {
  const clocks: ClockLine[] = [];
  let cursor: string | null = null;
  do {
    const query: Record<string, string | number | null> = { unit, state, clock: 'dossier', sort: 'due', limit: 500, cursor };
    const page: ClockPage = await request<ClockPage>('/v1/clocks', { query, signal });
    const inTime = page.clocks.filter(({ due }) => due !== null && due < before);
    clocks.push(...inTime);
    cursor = inTime.length < page.clocks.length ? null : page.next;
  } while (cursor !== null);
  return clocks;
}
