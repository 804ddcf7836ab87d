import type {
  Applicant,
  ApplicantCorrection,
  ApplicantErasure,
  ApplicantErasureList,
  AskErasure,
  DecideErasure,
} from '@motcua/contracts';
import { queryOptions } from '@tanstack/react-query';
import { request } from './request.ts';

/** Erasures of applicants' data that wait for a decision, of dossiers of a unit and those below it, the oldest first. */
export const waitingErasuresQuery = (unit: string) =>
  queryOptions({
    queryKey: ['applicant-erasures', unit],
    queryFn: ({ signal }) => request<ApplicantErasureList>('/v1/applicant-erasures', { query: { unit }, signal }),
    refetchInterval: 60_000,
  });

export const askErasure = ({ dossierId, ...body }: AskErasure & { readonly dossierId: string }): Promise<ApplicantErasure> =>
  request(`/v1/dossiers/${dossierId}/applicant-erasure`, { method: 'POST', body });

export const takeErasureBack = (dossierId: string): Promise<ApplicantErasure> =>
  request(`/v1/dossiers/${dossierId}/applicant-erasure/take-back`, { method: 'POST' });

export const decideErasure = ({
  dossierId,
  ...body
}: DecideErasure & { readonly dossierId: string }): Promise<ApplicantErasure> =>
  request(`/v1/dossiers/${dossierId}/applicant-erasure/decision`, { method: 'POST', body });

/** @param applicant whole: what is left out is known no more */
export const correctApplicant = ({
  dossierId,
  applicant,
}: {
  readonly dossierId: string;
  readonly applicant: Applicant;
}): Promise<ApplicantCorrection> =>
  request(`/v1/dossiers/${dossierId}/applicant-correction`, { method: 'POST', body: { applicant } });
