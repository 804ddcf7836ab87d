import { roles, type Actor } from '../actor.ts';
import { authForbidden } from '../problems.ts';
import { mayAdminister, mayRead, mayWrite, type AdminTask, type DossierWrite } from './access-policy.ts';

/** @throws ProblemError 403 `auth.forbidden` */
export function requireRead(actor: Actor, unitPath: readonly string[]): void {
  if (!mayRead(actor, unitPath)) throw authForbidden('You may read what belongs to your own unit and the units below it.');
}

/** @throws ProblemError 403 `auth.forbidden` */
export function requireWrite(actor: Actor, action: DossierWrite, unitPath: readonly string[]): void {
  if (!mayWrite(actor, action, unitPath))
    throw authForbidden(`Your role or your unit does not permit "${action}" on this dossier.`);
}

/** @throws ProblemError 403 `auth.forbidden` */
export function requireTask(actor: Actor, task: AdminTask): void {
  if (mayAdminister(actor, task)) return;
  const takers = roles.filter((role) => mayAdminister({ sub: actor.sub, role }, task));
  throw authForbidden(`"${task}" takes a token of role ${takers.join(' or ')} without a unit.`);
}
