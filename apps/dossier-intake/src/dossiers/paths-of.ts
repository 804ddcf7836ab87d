import type { KnownDossier } from '@motcua/dossier';
import type { ReferenceData } from '../reference/reference-data.ts';

/** Where the dossier belongs, for permissions: the path of the unit that answers for it, and of the one that handles it now. */
export function pathsOf(
  data: ReferenceData,
  dossier: Pick<KnownDossier, 'handlingUnit' | 'responsible'>,
  now: number,
): readonly [responsible: readonly string[], handling: readonly string[]] {
  const { handlingUnit, responsible } = dossier;
  if (handlingUnit === responsible.code) return [responsible.path, responsible.path];
  return [responsible.path, data.findPath(handlingUnit, now) ?? [handlingUnit]];
}

/** The same as it was before the event that may be taken back; none where none may. */
export function pathsBefore(data: ReferenceData, dossier: KnownDossier, now: number): readonly (readonly string[])[] {
  const { undo } = dossier;
  return undo === undefined ? [] : pathsOf(data, { ...dossier, ...undo.before }, now);
}
