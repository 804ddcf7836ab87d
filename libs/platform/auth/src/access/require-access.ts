import { isSource, roles, type Actor, type SourceActor } from '../actor.ts';
import { authForbidden } from '../problems.ts';
import type { Caller } from '../service/service-principal.ts';
import { mayAdminister, tasksOf, type AdminTask } from './task-policy.ts';
import { mayRead } from './tree-policy.ts';

/** @throws ProblemError 403 `auth.forbidden` */
export function requireRead(caller: Caller, unitPath: readonly string[]): void {
  if (!mayRead(caller, unitPath)) throw authForbidden('You may read what belongs to your own unit and the units below it.');
}

/** @throws ProblemError 403 `auth.forbidden` */
export function requireTask(actor: Actor, task: AdminTask): void {
  if (mayAdminister(actor, task)) return;
  const handlers = roles.filter((role) => tasksOf[role].includes(task));
  const words = handlers.map((role) => (role === 'source' ? 'source' : `${role} without a unit`));
  throw authForbidden(`"${task}" takes a token of role ${words.join(' or ')}.`);
}

/** The legacy system that reports: nobody else may. @throws ProblemError 403 `auth.forbidden` */
export function requireSource(actor: Actor): SourceActor {
  if (isSource(actor)) return actor;
  throw authForbidden(
    'Events, ratings and documents of legacy systems take a token of role source, with its source and its unit.',
  );
}
