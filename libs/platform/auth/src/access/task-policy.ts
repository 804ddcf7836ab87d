import { isSource, type Actor, type Role } from '../actor.ts';

/** What is done to no dossier: reference data, operations (dead letters, rebuilds, checks), accounts, and what legacy systems report. */
export type AdminTask = 'write-reference' | 'operate' | 'follow-log' | 'manage-accounts' | 'post-events';

const adminTasks = ['write-reference', 'operate', 'follow-log', 'manage-accounts'] as const satisfies readonly AdminTask[];
const sourceTasks = ['post-events', 'follow-log'] as const satisfies readonly AdminTask[];

export const tasksOf: Readonly<Record<Role, readonly AdminTask[]>> = {
  counter: [],
  specialist: [],
  head: [],
  leader: [],
  delegation: [],
  auditor: [],
  admin: adminTasks,
  source: sourceTasks,
};

/** A task that is no command: an actor who is bound to no unit, or a legacy system, which is bound to one and to its source. */
export function mayAdminister(actor: Actor, task: AdminTask): boolean {
  return tasksOf[actor.role].includes(task) && (actor.role === 'source' ? isSource(actor) : actor.unit === undefined);
}
