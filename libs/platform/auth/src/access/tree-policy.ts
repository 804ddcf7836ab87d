import type { Actor, Role } from '../actor.ts';
import { isService, type Caller } from '../service/service-principal.ts';

const readsNone: ReadonlySet<Role> = new Set(['source', 'auditor']);

/**
 * Figures and dossiers of a unit. A service that a route has let in by its scope reads of every unit; a legacy system reports and reads
 * nothing, nor does an auditor, who reads what people did.
 *
 * @param unitPath unit codes from the root down to the dossier's responsible unit
 */
export function mayRead(caller: Caller, unitPath: readonly string[]): boolean {
  return isService(caller) || (!readsNone.has(caller.role) && covers(caller, unitPath));
}

/** Whether the unit of the actor is one of the path's; an admin bound to none reaches everything. */
export function covers({ role, unit }: Actor, unitPath: readonly string[]): boolean {
  return unit === undefined ? role === 'admin' : unitPath.includes(unit);
}
