import type { DossierPage, DossierView, ListedDossier } from '@motcua/contracts';
import { queryOptions } from '@tanstack/react-query';
import { Unreachable } from './problem.ts';
import { request, requestAnswer } from './request.ts';

/** A dossier as it was read, with the version that a change of it is made from. */
export interface ReadDossier extends DossierView {
  readonly etag: string;
}

export const dossierKey = (id: string) => ['dossier', id] as const;

/** One dossier: state, ledger, history, applicant, what may be done next. */
export const dossierQuery = (id: string) =>
  queryOptions({
    queryKey: [...dossierKey(id), 'view'],
    queryFn: async ({ signal }): Promise<ReadDossier> => {
      const { body, etag } = await requestAnswer<DossierView>(`/v1/dossiers/${id}`, { signal });
      return { ...body, etag: etag ?? `"${body.dossier.dossierVersion}"` };
    },
    refetchInterval: 30_000,
  });

/** Statuses in which something is still asked of somebody: submitted, received, in process, and the three that wait for the citizen. */
const openStatuses = [1, 2, 4, 5, 6, 7] as const;

/** Every open dossier that a unit or one below it answers for or handles. */
export const openDossiersQuery = (unit: string) =>
  queryOptions({
    queryKey: ['open-dossiers', unit],
    queryFn: async ({ signal }) => {
      const lists = await Promise.all(openStatuses.map((status) => readAll({ unit, status, applicants: true }, signal)));
      return lists.flat();
    },
    refetchInterval: 20_000,
  });

/**
 * What a code, a telephone number or an ID number finds; the API looks at whole ones alone.
 *
 * @param reason why, as a code: who searches by a number has to say it
 */
export const foundDossiersQuery = (q: string, reason: string | undefined) =>
  queryOptions({
    queryKey: ['found-dossiers', q, reason ?? null],
    queryFn: ({ signal }) => request<DossierPage>('/v1/dossiers', { query: { q, applicants: true, limit: 100 }, reason, signal }),
    enabled: q !== '',
    // What was typed may be somebody's number: it is not kept for longer than it is shown.
    gcTime: 0,
  });

/** The dossier of a code that was scanned; null: there is none that one's unit may see. It is asked for until there is a network. */
export const scannedDossierQuery = (code: string) =>
  queryOptions({
    queryKey: ['scanned-dossier', code],
    queryFn: async ({ signal }) => {
      const query = { q: code, applicants: true, limit: 2 };
      const { dossiers } = await request<DossierPage>('/v1/dossiers', { query, signal });
      return dossiers.find((dossier) => dossier.code === code) ?? dossiers[0] ?? null;
    },
    retry: (_failures, error) => error instanceof Unreachable,
    retryDelay: 3_000,
    refetchOnMount: 'always',
  });

async function readAll(question: Record<string, string | number | boolean>, signal: AbortSignal): Promise<ListedDossier[]> {
  const dossiers: ListedDossier[] = [];
  let cursor: string | null = null;
  do {
    const query: Record<string, string | number | boolean | null> = { ...question, limit: 500, cursor };
    const page: DossierPage = await request<DossierPage>('/v1/dossiers', { query, signal });
    dossiers.push(...page.dossiers);
    cursor = page.next;
  } while (cursor !== null);
  return dossiers;
}
