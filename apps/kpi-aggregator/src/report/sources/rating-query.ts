import type { RatingFilter } from './source.ts';

/** The filter as `GET /v1/ratings` takes it, for a figure and its lists alike. */
export const toRatingQuery = ({ withoutCounterRatings }: RatingFilter): { withoutCounterRatings?: 'true' } =>
  withoutCounterRatings ? { withoutCounterRatings: 'true' } : {};
