import type { FieldReader, RatingGivenEvent, RatingWay } from '@motcua/contracts';
import { readEnrichmentEvent, type EnrichmentEvent, type Overrides } from './enrichment-event.ts';

/** What the projection takes from `rating.given`. A dossier is rated once. */
export interface RatingEvent extends EnrichmentEvent {
  /** Epoch milliseconds. */
  readonly ratedAt: number;
  readonly satisfied: boolean;
  /** By a link that a counter made. */
  readonly byCounter: boolean;
}

const counter: RatingWay = 'counter';

/** The rating of a published `rating.given`. Throws an Error that says what is wrong. */
export function readRatingEvent(event: FieldReader<RatingGivenEvent>): RatingEvent {
  const data = event.object('data');
  return {
    ...readEnrichmentEvent(data.only<keyof Overrides>()),
    ratedAt: data.instant('ratedAt'),
    satisfied: data.flag('satisfied'),
    // Of ratings from before ways were recorded nobody knows it: they count.
    byCounter: data.has('via') && data.text('via') === counter,
  };
}
