import type { Recommendation, RecommendationPage, SupervisionReport } from '@motcua/contracts';
import { queryOptions } from '@tanstack/react-query';
import { toLocalDate } from '../format/dates.ts';
import { readPages } from './read-pages.ts';

/** What was recommended to the unit of a report and those below it by the day on which the report stands, the newest first. */
export function recommendationsQuery({ unit, asOf }: Pick<SupervisionReport, 'unit' | 'asOf'>) {
  const madeBy = toLocalDate(asOf);
  return queryOptions({
    queryKey: ['recommendations', unit, madeBy],
    queryFn: async ({ signal }): Promise<Recommendation[]> => {
      const pages = await readPages<RecommendationPage>('/v1/recommendations', { unit, madeBy, limit: 200 }, signal);
      return pages.flatMap(({ recommendations }) => recommendations);
    },
  });
}
