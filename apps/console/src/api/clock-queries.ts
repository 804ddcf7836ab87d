import type { ClockLine, ClockPage } from '@motcua/contracts';
import { queryOptions } from '@tanstack/react-query';
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
