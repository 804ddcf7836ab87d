import type { RelayDefinition } from '@motcua/service';

/** `@Inject(RATING_RELAY) relay: Relay` */
export const RATING_RELAY = Symbol('RATING_RELAY');

export const ratingEvents: RelayDefinition = {
  token: RATING_RELAY,
  name: 'ratings',
  table: 'rating_event',
  columns: ['dossier_id', 'body'],
  toRecord: ({ dossier_id, body }) => ({ key: String(dossier_id), value: String(body) }),
  topic: 'ratingEvents',
};
