import type { InstitutionalList } from '@motcua/contracts';
import type { Missing, Period } from '@motcua/report';

/** What another service answered, or why it is missing. A report is written without it and says so. */
export type Sourced<Found> = Found | Extract<Missing, 'source-absent' | 'source-away'>;

export interface SatisfactionCount {
  readonly rated: number;
  readonly satisfied: number;
}

/** Which ratings count. */
export interface RatingFilter {
  /** Leaves out those by a link that a counter made. */
  readonly withoutCounterRatings: boolean;
}

/** Where the report gets what this service does not count itself. */
export interface ReportSources {
  institutional(unit: string, period: Period): Promise<Sourced<InstitutionalList>>;
  satisfaction(unit: string, period: Period, filter: RatingFilter): Promise<Sourced<SatisfactionCount>>;
}

/** `@Inject(SOURCES) sources: ReportSources` */
export const SOURCES = Symbol('SOURCES');
