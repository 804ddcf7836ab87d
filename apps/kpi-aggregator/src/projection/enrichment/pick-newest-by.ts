import type { EnrichmentEvent } from '../../events/enrichment-event.ts';

/** Of each dossier the event with the highest number, in the order of the dossiers. */
export function pickNewestBy<Event extends EnrichmentEvent>(
  events: readonly Event[],
  numberOf: (event: Event) => number,
): readonly Event[] {
  const newest = new Map<string, Event>();
  for (const event of events) {
    const known = newest.get(event.dossierId);
    if (known === undefined || numberOf(known) < numberOf(event)) newest.set(event.dossierId, event);
  }
  return [...newest.values()].sort((one, other) => (one.dossierId < other.dossierId ? -1 : 1));
}
