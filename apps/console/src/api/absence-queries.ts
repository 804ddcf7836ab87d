import type { Absence, AbsenceList, NewAbsence } from '@motcua/contracts';
import { queryOptions } from '@tanstack/react-query';
import { request } from './request.ts';

/** Who of a unit, or of one below it, is absent today or will be. */
export const absencesQuery = (unit: string) =>
  queryOptions({
    queryKey: ['absences', unit],
    queryFn: ({ signal }) => request<AbsenceList>('/v1/absences', { query: { unit }, signal }),
  });

/** What an absence changes: itself, and who sees what in the worklist. */
export const absenceChanges = [['absences'], ['open-dossiers']];

export const recordAbsence = (absence: NewAbsence): Promise<Absence> =>
  request<Absence>('/v1/absences', { method: 'POST', body: absence });

export const endAbsence = (id: string): Promise<Absence> =>
  request<Absence>(`/v1/absences/${id}/end`, { method: 'POST', body: {} });
