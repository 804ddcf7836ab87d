import { isSource, type Actor, type Role } from '../actor.ts';
import { isService, type Caller } from '../service/service-principal.ts';

/** What can be done to a dossier; the words of the API's paths. */
export type DossierWrite =
  | 'submit'
  | 'receive'
  | 'refuse'
  | 'transfer'
  | 'request-supplement'
  | 'receive-supplement'
  | 'request-payment'
  | 'confirm-payment'
  | 'extend'
  | 'redate'
  | 'request-withdrawal'
  | 'stop'
  | 'process'
  | 'return'
  | 'reassign'
  | 'correct'
  | 'propose-unit'
  | 'approve-proposal'
  | 'reject-proposal'
  | 'digitize';

/** What is done to no dossier: reference data, operations (dead letters, rebuilds, checks), and what legacy systems report. */
export type AdminTask = 'write-reference' | 'operate' | 'follow-log' | 'post-events';

interface Permission {
  readonly writes: readonly DossierWrite[];
  readonly tasks: readonly AdminTask[];
  /** Sees applicants unmasked in the unit's dossiers: only who handles them needs to. */
  readonly personalData: boolean;
}

const counterWrites = [
  'submit',
  'receive',
  'refuse',
  'transfer',
  'request-supplement',
  'receive-supplement',
  'confirm-payment',
  'request-withdrawal',
  'return',
  'digitize',
] as const satisfies readonly DossierWrite[];
const specialistWrites = [
  'refuse',
  'transfer',
  'request-supplement',
  'receive-supplement',
  'request-payment',
  'confirm-payment',
  'process',
  'digitize',
] as const satisfies readonly DossierWrite[];
/** What changes figures of the past: proposed by one person, approved by another. */
const proposalWrites = ['propose-unit', 'approve-proposal', 'reject-proposal'] as const satisfies readonly DossierWrite[];
const headWrites = [
  ...new Set<DossierWrite>([...counterWrites, ...specialistWrites, 'extend', 'stop', 'correct', ...proposalWrites]),
] as const satisfies readonly DossierWrite[];
const allWrites = [...headWrites, 'reassign', 'redate'] as const satisfies readonly DossierWrite[];
const adminTasks = ['write-reference', 'operate', 'follow-log'] as const satisfies readonly AdminTask[];
const sourceTasks = ['post-events', 'follow-log'] as const satisfies readonly AdminTask[];

/** The permission matrix: who may do what, each within the part of the tree below the actor's unit. */
export const permissions = {
  counter: { writes: counterWrites, tasks: [], personalData: true },
  specialist: { writes: specialistWrites, tasks: [], personalData: true },
  head: { writes: headWrites, tasks: [], personalData: true },
  leader: { writes: [], tasks: [], personalData: false },
  admin: { writes: allWrites, tasks: adminTasks, personalData: false },
  source: { writes: [], tasks: sourceTasks, personalData: false },
} as const satisfies Record<Role, Permission>;

/**
 * Figures and dossiers of a unit. A service that a route has let in by its scope reads of every unit; a legacy system reports and reads
 * nothing.
 *
 * @param unitPath unit codes from the root down to the dossier's responsible unit
 */
export function mayRead(caller: Caller, unitPath: readonly string[]): boolean {
  return isService(caller) || (caller.role !== 'source' && covers(caller, unitPath));
}

/** A command on a dossier of that unit. */
export function mayWrite(actor: Actor, action: DossierWrite, unitPath: readonly string[]): boolean {
  const { writes }: Permission = permissions[actor.role];
  return writes.includes(action) && covers(actor, unitPath);
}

/** Applicants' data, unmasked, in a dossier of that unit. */
export function mayReadPersonalData(caller: Caller, unitPath: readonly string[]): boolean {
  return !isService(caller) && permissions[caller.role].personalData && covers(caller, unitPath);
}

/** A task that is no command: an actor who is bound to no unit, or a legacy system, which is bound to one and to its source. */
export function mayAdminister(actor: Actor, task: AdminTask): boolean {
  const { tasks }: Permission = permissions[actor.role];
  return tasks.includes(task) && (actor.role === 'source' ? isSource(actor) : actor.unit === undefined);
}

function covers({ role, unit }: Actor, unitPath: readonly string[]): boolean {
  return unit === undefined ? role === 'admin' : unitPath.includes(unit);
}
