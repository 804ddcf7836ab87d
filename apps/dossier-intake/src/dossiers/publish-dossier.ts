import { dossierEvents, type DossierEvent as PublishedEvent } from '@motcua/contracts';
import type { DossierEvent, KnownDossier } from '@motcua/dossier';
import { toLiveEventId } from './live-event-id.ts';
import { toChange } from './to-change.ts';
import { toSnapshot } from './to-snapshot.ts';

/** Who vouches for a published event: ourselves for a live command, the legacy system for what it reported. `(source, id)` is unique. */
export interface EventIdentity {
  readonly source: string;
  readonly id: string;
}

export const intakeSource = 'urn:motcua:dossier-intake';

/** The identity of an event that a live command brought about. */
export const toLiveIdentity = (dossier: KnownDossier): EventIdentity => ({
  source: intakeSource,
  id: toLiveEventId(dossier.id, dossier.version),
});

/**
 * A domain event and the dossier after it, as the CloudEvent that goes out. Pure; no personal data passes here.
 *
 * @param circumstances what is special to the event beside what the domain knows of it
 * @param importSession by which it came; null: it is live
 */
export function publishDossier(
  event: DossierEvent,
  after: KnownDossier,
  identity: EventIdentity,
  circumstances: Readonly<Record<string, unknown>> = {},
  importSession: string | null = null,
): PublishedEvent {
  const origin = { id: identity.id, source: identity.source, time: new Date(event.occurredAt).toISOString() };
  return dossierEvents.create(event.type, after.id, origin, {
    ...toSnapshot(after, event),
    ...(importSession === null ? {} : { importSession }),
    change: { ...toChange(event, after), ...circumstances },
  });
}
