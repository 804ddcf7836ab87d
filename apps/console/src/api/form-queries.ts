import type { DossierForm, OfferedForms } from '@motcua/contracts';
import { queryOptions } from '@tanstack/react-query';
import { request } from './request.ts';

/** The forms of a dossier as it is after a step: each step may bring one, or take one away. */
export const formsQuery = (dossierId: string, version: number) =>
  queryOptions({
    queryKey: ['forms', dossierId, version],
    queryFn: ({ signal }) => request<OfferedForms>(`/v1/dossiers/${dossierId}/forms`, { signal }),
  });

/** Where the PDF of a form is: a browser opens it as it is. */
export const toFormPath = (dossierId: string, form: DossierForm): string => `/v1/dossiers/${dossierId}/forms/${form}.pdf`;
