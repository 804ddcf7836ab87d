import type { CashUp, FeePage, FeeTaking } from '@motcua/contracts';
import { queryOptions } from '@tanstack/react-query';
import { readPages } from './read-pages.ts';
import { request } from './request.ts';

export interface FeeDay {
  readonly unit: string;
  /** Local date. */
  readonly day: string;
}

/** What a unit and those below it took on a day, summed up. */
export const cashUpQuery = ({ unit, day }: FeeDay) =>
  queryOptions({
    queryKey: ['fees', 'cash-up', unit, day],
    queryFn: ({ signal }) => request<CashUp>('/v1/fees/cash-up', { query: { unit, from: day, to: day }, signal }),
  });

/** Every fee that the sums of a day are of. */
export const takingsQuery = ({ unit, day }: FeeDay) =>
  queryOptions({
    queryKey: ['fees', 'list', unit, day],
    queryFn: async ({ signal }): Promise<FeeTaking[]> => {
      const pages = await readPages<FeePage>('/v1/fees', { unit, from: day, to: day, limit: 500 }, signal);
      return pages.flatMap(({ takings }) => takings);
    },
  });
