import type { Actor } from '@motcua/auth';
import type { DossierView } from '@motcua/contracts';
import { REVERT_WITHIN_MS, type KnownDossier } from '@motcua/dossier';

/** What somebody did last to a dossier and may still take back; undefined: nothing. */
export function findUndo({ sub }: Pick<Actor, 'sub'>, { undo }: KnownDossier, now: number): DossierView['undo'] {
  if (undo === undefined || undo.author !== sub) return undefined;
  const until = undo.recordedAt + REVERT_WITHIN_MS;
  return now > until ? undefined : { event: undo.version, name: undo.event, until: new Date(until).toISOString() };
}
