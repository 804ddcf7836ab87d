import type { DossierPage, DossierView, DuePreview } from '@motcua/contracts';
import { queryOptions } from '@tanstack/react-query';
import { request } from './request.ts';

/** What a receipt now would promise; counted afresh every half minute, since the moment of receipt moves. */
export const dueQuery = (unit: string, procedure: string) =>
  queryOptions({
    queryKey: ['due', unit, procedure],
    queryFn: ({ signal }) => request<DuePreview>('/v1/due', { query: { unit, procedure }, signal }),
    staleTime: 0,
    refetchInterval: 30_000,
  });

/** The applicant of the newest dossier of a personal ID that one's own unit has; null: nobody known by it. */
export const knownApplicantQuery = (idNumber: string) =>
  queryOptions({
    queryKey: ['known-applicant', idNumber],
    queryFn: async ({ signal }) => {
      const query = { q: idNumber, limit: 1 };
      const { dossiers } = await request<DossierPage>('/v1/dossiers', { query, reason: 'receiving', signal });
      const [newest] = dossiers;
      if (newest === undefined) return null;
      const { applicant } = await request<DossierView>(`/v1/dossiers/${newest.dossierId}`, { signal });
      return applicant?.idNumber === idNumber ? applicant : null;
    },
    staleTime: 60_000,
    gcTime: 60_000,
  });
