import type { Slip, SlipPrinted } from '@motcua/contracts';
import { queryOptions } from '@tanstack/react-query';
import { request } from './request.ts';

const pathOf = (dossierId: string, version: number): string => `/v1/dossiers/${dossierId}/slips/${version}`;

/** What the slip of a step says. It is read each time: what it says stays, how often it was printed does not. */
export const slipQuery = (dossierId: string, version: number) =>
  queryOptions({
    queryKey: ['slip', dossierId, version],
    queryFn: ({ signal }) => request<Slip>(pathOf(dossierId, version), { signal }),
    staleTime: 0,
    refetchOnWindowFocus: false,
    gcTime: 0,
  });

/** Counts a print. */
export const countPrint = (dossierId: string, version: number): Promise<SlipPrinted> =>
  request<SlipPrinted>(pathOf(dossierId, version), { method: 'POST', body: {} });
