import { requirePermission, requirePermissionOfAny, type Action } from '@motcua/access';
import type { Actor } from '@motcua/auth';
import type { ReferenceData } from '../reference/reference-data.ts';
import { unitUnknown } from '@motcua/reference';

/**
 * Lets an actor list what belongs to a unit: it is his own or lies below it, today or when it last was valid.
 *
 * @throws ProblemError 404 `unit.unknown`, 403 `auth.forbidden`
 */
export function requireUnit(data: ReferenceData, actor: Actor, action: Action, unit: string): void {
  if (!data.hasUnit(unit)) throw unitUnknown(unit);
  requirePermission(actor, action, data.findPath(unit, Date.now()));
}

/** What decides who may see a dossier. */
interface Placed {
  readonly path: readonly string[];
  readonly handlingUnit: string;
}

/** A dossier is seen by those above the unit that answers for it, and above the one that handles it. @throws ProblemError 403 */
export function requireDossier(data: ReferenceData, actor: Actor, action: Action, { path, handlingUnit }: Placed): void {
  requirePermissionOfAny(actor, action, [path, data.findPath(handlingUnit, Date.now())]);
}
