import type { ProcedureDocument, ReasonDocument, StaffDocument, UnitDocument } from '@motcua/contracts';
import { queryOptions } from '@tanstack/react-query';
import { request } from './request.ts';

interface ReferencePage<Document> {
  readonly entries: readonly { readonly document: Document }[];
  readonly next: string | null;
}

/** All of one kind, one counting version of each code; pages of the catalogue are read to their end. */
const referenceQuery = <Document>(kind: 'units' | 'procedures' | 'reasons' | 'staff') =>
  queryOptions({
    queryKey: ['reference', kind],
    queryFn: async ({ signal }) => {
      const documents: Document[] = [];
      let cursor: string | null = null;
      do {
        const query: Record<string, string | number | null> = { limit: 1000, cursor };
        const page: ReferencePage<Document> = await request<ReferencePage<Document>>(`/v1/${kind}`, { query, signal });
        documents.push(...page.entries.map(({ document }) => document));
        cursor = page.next;
      } while (cursor !== null);
      return documents;
    },
    staleTime: 5 * 60_000,
  });

export const unitsQuery = referenceQuery<UnitDocument>('units');
export const proceduresQuery = referenceQuery<ProcedureDocument>('procedures');
export const reasonsQuery = referenceQuery<ReasonDocument>('reasons');
export const staffQuery = referenceQuery<StaffDocument>('staff');
