import type { ResponsibilityInterval } from '@motcua/indicators';
import type { Queryable } from '@motcua/postgres';
import type { EnrichmentEvent } from '../../events/enrichment-event.ts';
import type { StoredFactRow } from '../facts/read-facts.ts';
import type { TableSet } from '../table-set.ts';

/**
 * A stream beside the dossier events that says something of its own of each dossier. Every event of it says all of that, so that the
 * newest holds; the rest of a fact is the dossier stream's.
 */
export interface EnrichmentStream<Event extends EnrichmentEvent> {
  /** Grows with each event of a dossier: of an event, or of the one that a stored fact shows. */
  readonly numberOf: (it: Event | StoredFactRow) => number;
  /** The responsibility intervals with what the event says. */
  readonly putOn: (intervals: readonly ResponsibilityInterval[], event: Event) => readonly ResponsibilityInterval[];
  /** Writes the columns of this stream into rows that are there. */
  readonly write: (database: Queryable, tableSet: TableSet, rows: readonly EnrichmentRow<Event>[]) => Promise<void>;
}

/** A stored row and what it gets: its responsibility interval as the event leaves it. */
export interface EnrichmentRow<Event> {
  readonly event: Event;
  readonly index: number;
  readonly interval: ResponsibilityInterval;
}
