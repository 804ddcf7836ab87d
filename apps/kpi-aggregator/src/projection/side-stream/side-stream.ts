import type { Span } from '@motcua/indicators';
import type { Queryable } from '../../database/queryable.ts';
import type { SideEvent } from '../../events/side-event.ts';
import type { StoredFact } from '../facts/read-facts.ts';
import type { Slot } from '../slot.ts';

/**
 * A stream beside the dossier events that says something of its own of each dossier. Every event of it says all of that, so that the
 * newest holds; the rest of a fact is the dossier stream's.
 */
export interface SideStream<Event extends SideEvent> {
  /** Grows with each event of a dossier: of an event, or of the one that a stored fact shows. */
  readonly numberOf: (it: Event | StoredFact) => number;
  /** The spans with what the event says. */
  readonly putOn: (spans: readonly Span[], event: Event) => readonly Span[];
  /** Writes the columns of this stream into rows that are there. */
  readonly write: (database: Queryable, slot: Slot, rows: readonly SideRow<Event>[]) => Promise<void>;
}

/** A stored row and what it gets: its span as the event leaves it. */
export interface SideRow<Event> {
  readonly event: Event;
  readonly index: number;
  readonly span: Span;
}
