import { isSource, type Actor, type Caller, type SourceActor } from '@motcua/auth';
import { forbidden } from './forbidden.ts';
import { may, type Subject } from './may.ts';
import type { Action } from './rules/rules.ts';

/** @throws ProblemError 403 `auth.forbidden`, with who could do it */
export function requirePermission(caller: Caller, action: Action, subject?: Subject): void {
  if (!may(caller, action, subject)) throw forbidden(action);
}

/** Something that belongs to several units at once, such as the one that answers for a dossier and the one that handles it: any will do. */
export function requirePermissionOfAny(caller: Caller, action: Action, paths: readonly (readonly string[])[]): void {
  if (!paths.some((path) => may(caller, action, path))) throw forbidden(action);
}

/** The legacy system that reports: nobody else may. @throws ProblemError 403 `auth.forbidden` */
export function requireSource(actor: Actor): SourceActor {
  if (isSource(actor)) return actor;
  throw forbidden('events.report');
}
