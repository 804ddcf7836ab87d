import { isService, isSource, type Actor, type Caller } from '@motcua/auth';
import { rules, type Action } from './rules/rules.ts';
import type { Reach } from './reach.ts';

/** What something is done to: what belongs to a unit (codes from the root down to it; none: to the installation), or to a person. */
export type Subject = readonly string[] | { readonly person: string };

/** Whether somebody may do it at all, to something; a route asks this before it looks at what. */
export function mayAnywhere(caller: Caller, action: Action): boolean {
  const { to, services = [] } = rules[action];
  if (isService(caller)) return services.some((scope) => caller.scopes.includes(scope));
  const reach = to[caller.role];
  if (reach === 'installation') return caller.unit === undefined;
  return reach === 'own-source' ? isSource(caller) : reach !== undefined;
}

/** Whether somebody may do it to this. */
export function may(caller: Caller, action: Action, subject: Subject = []): boolean {
  if (!mayAnywhere(caller, action)) return false;
  if (isService(caller)) return true;
  const reach = rules[action].to[caller.role];
  return reach !== undefined && reaches(reach, caller, subject);
}

function reaches(reach: Reach, actor: Actor, subject: Subject): boolean {
  if ('person' in subject) return reach === 'all' || reach === 'installation' || subject.person === actor.sub;
  switch (reach) {
    case 'all':
    case 'installation':
      return true;
    case 'subtree':
      return covers(actor, subject);
    case 'own-source':
      // Of what it reports the unit may not be known yet; each line is looked at by `findForeign`.
      return subject.length === 0 || covers(actor, subject);
    case 'own-unit':
      return actor.unit !== undefined && subject.at(-1) === actor.unit;
    case 'own':
      return false;
  }
}

/** Whether the unit of the actor is one of the path's; an admin bound to none reaches everything. */
export function covers({ role, unit }: Actor, unitPath: readonly string[]): boolean {
  return unit === undefined ? role === 'admin' : unitPath.includes(unit);
}
