import type { StaffContactPage } from '@motcua/contracts';
import { queryOptions } from '@tanstack/react-query';
import { readPages } from './read-pages.ts';

/** How the staff of a unit and those below it are reached; refused to whoever does not oversee it. */
export const staffContactsQuery = (unit: string | undefined) =>
  queryOptions({
    queryKey: ['staff-contacts', unit ?? null],
    queryFn: async ({ signal }) => {
      const pages = await readPages<StaffContactPage>('/v1/staff-contacts', { unit, limit: 500 }, signal);
      return pages.flatMap(({ staff }) => staff);
    },
    staleTime: 60_000,
  });
