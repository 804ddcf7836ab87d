import type { RelayDefinition } from '@motcua/service';
import { sessionEndType } from '../events/import-sessions/session-end-event.ts';
import { relayName } from './event-log.ts';
import { toProgressRecord } from './to-progress-record.ts';

/** @param idleSeconds how often the log says how far it goes when nothing happens */
export const createDossierEventsRelay = (idleSeconds: number): RelayDefinition => ({
  name: relayName,
  table: 'event',
  columns: ['dossier_id', 'type', 'body'],
  toRecord: ({ dossier_id, body }) => ({ key: String(dossier_id), value: String(body) }),
  topic: 'dossierEvents',
  progress: {
    isMark: ({ type }) => type === sessionEndType,
    toRecord: toProgressRecord,
    idleEveryMs: idleSeconds * 1_000,
  },
});
