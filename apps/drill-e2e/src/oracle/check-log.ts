import type { LoggedEvent } from '../observe/observed.ts';
import { resolveIds } from './resolve.ts';
import type { Check, Violation } from './violation.ts';

/** What was acknowledged is in the log, as it was acknowledged; and each dossier’s versions come in their order, none left out. */
export const checkLog: Check = (record, { events }) => {
  const idOf = resolveIds(events);
  const byDossier = new Map<string, LoggedEvent[]>();
  for (const event of events) byDossier.set(event.dossierId, [...(byDossier.get(event.dossierId) ?? []), event]);
  const lost = record.dossiers.flatMap((dossier): Violation[] => {
    const logged = byDossier.get(idOf(dossier) ?? '') ?? [];
    const missing = dossier.acknowledged.filter(
      ({ version, event }) => !logged.some((one) => one.version === version && one.event === event),
    );
    return missing.map(({ version, event }) => ({ promise: 'lost', what: `${dossier.key}: ${event} (version ${version})` }));
  });
  return [...lost, ...[...byDossier].flatMap(([id, logged]) => findDisorder(id, logged))];
};

/** A relay that was killed repeats itself: what came before may come again, and says the same. */
function findDisorder(id: string, logged: readonly LoggedEvent[]): Violation[] {
  const known = new Map<number, string>();
  for (const { version, event } of logged) {
    const before = known.get(version);
    if (before === undefined && version !== known.size + 1)
      return [{ promise: 'order', what: `${id}: version ${version} after ${known.size}` }];
    if (before !== undefined && before !== event)
      return [{ promise: 'order', what: `${id}: version ${version} is ${before} and ${event}` }];
    known.set(version, event);
  }
  return [];
}
