import { authForbidden, covers, isService, type Actor, type Caller, type Role } from '@motcua/auth';

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

interface Permission {
  readonly writes: readonly DossierWrite[];
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

/** The permission matrix: who may do what to a dossier, each within the part of the tree below the actor's unit. */
const permissions = {
  counter: { writes: counterWrites, personalData: true },
  specialist: { writes: specialistWrites, personalData: true },
  head: { writes: headWrites, personalData: true },
  leader: { writes: [], personalData: false },
  delegation: { writes: [], personalData: false },
  auditor: { writes: [], personalData: false },
  admin: { writes: allWrites, personalData: false },
  source: { writes: [], personalData: false },
} as const satisfies Record<Role, Permission>;

/** A command on a dossier of that unit. */
export function mayWrite(actor: Actor, action: DossierWrite, unitPath: readonly string[]): boolean {
  const { writes }: Permission = permissions[actor.role];
  return writes.includes(action) && covers(actor, unitPath);
}

/** Applicants' data, unmasked, in a dossier of that unit. */
export function mayReadPersonalData(caller: Caller, unitPath: readonly string[]): boolean {
  return !isService(caller) && permissions[caller.role].personalData && covers(caller, unitPath);
}

/** @throws ProblemError 403 `auth.forbidden` */
export function requireWrite(actor: Actor, action: DossierWrite, unitPath: readonly string[]): void {
  if (!mayWrite(actor, action, unitPath))
    throw authForbidden(`Your role or your unit does not permit "${action}" on this dossier.`);
}
