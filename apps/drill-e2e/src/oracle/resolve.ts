import type { LoggedEvent } from '../observe/observed.ts';
import type { KnownDossier } from '../record/client-record.ts';

/** The id of each dossier that a client knows: an import's own is learnt from the log, by its code. */
export function resolveIds(events: readonly LoggedEvent[]): (dossier: KnownDossier) => string | undefined {
  const bySource = new Map(events.flatMap(({ sourceCode, dossierId }) => (sourceCode === null ? [] : [[sourceCode, dossierId]])));
  return ({ isImport, key }) => (isImport ? bySource.get(key) : key);
}
