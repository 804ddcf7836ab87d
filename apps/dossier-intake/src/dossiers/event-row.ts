import type { DossierEvent, KnownDossier } from '@motcua/dossier';
import { publishDossier, type EventIdentity } from './publish-dossier.ts';

/** A row of `event` as it is written; place and transaction are given by the database. */
export interface EventRow {
  readonly dossier_id: string;
  readonly version: number;
  readonly type: string;
  readonly source: string;
  readonly event_id: string;
  readonly occurred_at: string;
  readonly recorded_at: string;
  readonly actor: string;
  /** The CloudEvent as it goes out, to the letter. */
  readonly body: string;
}

export function toEventRow(
  event: DossierEvent,
  after: KnownDossier,
  identity: EventIdentity,
  actor: string,
  circumstances?: Readonly<Record<string, unknown>>,
  importSession: string | null = null,
): EventRow {
  const published = publishDossier(event, after, identity, circumstances, importSession);
  return {
    dossier_id: after.id,
    version: after.version,
    type: published.type,
    source: identity.source,
    event_id: identity.id,
    occurred_at: published.time,
    recorded_at: published.data.recordedAt,
    actor,
    body: JSON.stringify(published),
  };
}
