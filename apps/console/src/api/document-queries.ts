import type { DossierComponents } from '@motcua/contracts';
import { queryOptions } from '@tanstack/react-query';
import { dossierKey } from './dossier-queries.ts';
import { request } from './request.ts';

/** Papers of a dossier and the files that are attached to them. */
export const documentsQuery = (id: string) =>
  queryOptions({
    queryKey: [...dossierKey(id), 'documents'],
    queryFn: ({ signal }) => request<DossierComponents>(`/v1/dossiers/${id}/components`, { signal }),
  });

/** Where the content of a file is fetched. */
export const toFileAddress = (id: string, fileId: string): string => `/v1/dossiers/${id}/files/${fileId}/content`;

/** @param component number of the paper on the receipt */
export const toComponentAddress = (id: string, component: number): string => `/v1/dossiers/${id}/components/${component}/files`;

export const toResultAddress = (id: string, result: string): string =>
  `/v1/dossiers/${id}/result/files?result=${encodeURIComponent(result)}`;
