import { isOverBy, type KnownDossier } from '@motcua/dossier';
import type { SuccessionOfUnits } from './succession-of-units.ts';

/** What a reform does to a dossier. */
export type Destination =
  | { readonly kind: 'moves'; readonly to: string; readonly toHandling: string }
  /** The unit and the field that no line names. */
  | { readonly kind: 'unmapped'; readonly unit: string; readonly field: string };

/**
 * Where a dossier goes that was not over at the moment of a reform; undefined: the reform does not concern it.
 *
 * @param ending units that end, also those that no line of the file names
 */
export function findDestination(
  dossier: KnownDossier,
  succession: SuccessionOfUnits,
  ending: ReadonlySet<string>,
  effectiveAt: number,
): Destination | undefined {
  const { responsible, handlingUnit, field } = dossier;
  if (!ending.has(responsible.code) && !ending.has(handlingUnit)) return undefined;
  if (isOverBy(dossier, effectiveAt)) return undefined;
  const goTo = (unit: string): string | undefined =>
    ending.has(unit) && !succession.has(unit) ? undefined : succession.find(unit, field);
  const to = goTo(responsible.code);
  if (to === undefined) return { kind: 'unmapped', unit: responsible.code, field };
  const toHandling = goTo(handlingUnit);
  return toHandling === undefined ? { kind: 'unmapped', unit: handlingUnit, field } : { kind: 'moves', to, toHandling };
}
