import type { Actor, Role } from '../actor.ts';

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
  | 'digitize';

/**
 * What belongs to no unit: reference data, events of legacy systems, dead letters and rebuilds; and how an applicant is reached, which
 * only a service asks for, at the moment of sending.
 */
export type AdminTask = 'write-reference' | 'post-events' | 'operate' | 'read-contact';

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
const headWrites = [
  ...new Set<DossierWrite>([...counterWrites, ...specialistWrites, 'extend', 'stop', 'correct']),
] as const satisfies readonly DossierWrite[];
const allWrites = [...headWrites, 'reassign', 'redate'] as const satisfies readonly DossierWrite[];
const adminTasks = ['write-reference', 'post-events', 'operate'] as const satisfies readonly AdminTask[];
const systemTasks = [...adminTasks, 'read-contact'] as const satisfies readonly AdminTask[];

/** The permission matrix: who may do what, each within the part of the tree below the actor's unit. */
export const permissions = {
  counter: { writes: counterWrites, tasks: [], personalData: true },
  specialist: { writes: specialistWrites, tasks: [], personalData: true },
  head: { writes: headWrites, tasks: [], personalData: true },
  leader: { writes: [], tasks: [], personalData: false },
  admin: { writes: allWrites, tasks: adminTasks, personalData: false },
  system: { writes: allWrites, tasks: systemTasks, personalData: false },
} as const satisfies Record<Role, Permission>;

/** Figures and dossiers of a unit. @param unitPath unit codes from the root down to the dossier's responsible unit */
export function mayRead(actor: Actor, unitPath: readonly string[]): boolean {
  return covers(actor, unitPath);
}

/** A command on a dossier of that unit. */
export function mayWrite(actor: Actor, action: DossierWrite, unitPath: readonly string[]): boolean {
  const { writes }: Permission = permissions[actor.role];
  return writes.includes(action) && covers(actor, unitPath);
}

/** Applicants' data, unmasked, in a dossier of that unit. */
export function mayReadPersonalData(actor: Actor, unitPath: readonly string[]): boolean {
  return permissions[actor.role].personalData && covers(actor, unitPath);
}

/** A task that belongs to no unit: only an actor who is bound to none. */
export function mayAdminister(actor: Actor, task: AdminTask): boolean {
  const { tasks }: Permission = permissions[actor.role];
  return tasks.includes(task) && actor.unit === undefined;
}

function covers({ role, unit }: Actor, unitPath: readonly string[]): boolean {
  if (unit === undefined) return role === 'admin' || role === 'system';
  return unitPath.includes(unit);
}
