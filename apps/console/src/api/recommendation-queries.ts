import type { RecommendationPage } from '@motcua/contracts';
import { queryOptions } from '@tanstack/react-query';
import { request } from './request.ts';

/** More than a delegation recommends to one unit in years; the command lists all. */
const MOST = 200;

/** What was recommended to a unit and those below it, the newest first. */
export const recommendationsQuery = (unit: string) =>
  queryOptions({
    queryKey: ['recommendations', unit],
    queryFn: async ({ signal }) =>
      (await request<RecommendationPage>('/v1/recommendations', { query: { unit, limit: MOST }, signal })).recommendations,
  });
