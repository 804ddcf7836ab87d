import type { Role, Scope } from '@motcua/auth';

/**
 * How far a permission reaches:
 * `all`: everything, whatever the asker's unit (texts, reference data);
 * `installation`: what belongs to no unit, for who is bound to none;
 * `subtree`: what belongs to the asker's unit and the units below it; to an administrator bound to no unit, everything;
 * `own-unit`: what belongs to the very unit of the asker;
 * `own`: what is the asker's own (inbox, preferences);
 * `own-source`: what a legacy system itself reported, in the subtree of its unit.
 */
export type Reach = 'all' | 'installation' | 'subtree' | 'own-unit' | 'own' | 'own-source';

/** One line of the table: an action, and how far it reaches for each role that has it. A role that is not named may not. */
export interface Rule {
  /** What is done, so that "… may <action>" and "… được <action>" are sentences. */
  readonly name: { readonly vi: string; readonly en: string };
  readonly to: Readonly<Partial<Record<Role, Reach>>>;
  /** What is read is of persons: each time somebody does it, that is kept in the audit log, as every write is. */
  readonly isPersonal?: boolean;
  /** Other services of the product, by the scope their key is given; they read of every unit. */
  readonly services?: readonly Scope[];
}

type Grants = Rule['to'];

/** Who works on dossiers; only these see applicants unmasked. */
export const handlers = { counter: 'subtree', specialist: 'subtree', head: 'subtree' } as const satisfies Grants;
/** Who reads what a unit does without working on it. A delegation reads figures and what is behind them. */
export const readers = {
  ...handlers,
  leader: 'subtree',
  delegation: 'subtree',
  admin: 'subtree',
} as const satisfies Grants;
/** Every person, and no legacy system. */
export const people = {
  counter: 'all',
  specialist: 'all',
  head: 'all',
  leader: 'all',
  delegation: 'all',
  auditor: 'all',
  admin: 'all',
} as const satisfies Grants;
/** Every person, of what is theirs. */
export const owners = {
  counter: 'own',
  specialist: 'own',
  head: 'own',
  leader: 'own',
  delegation: 'own',
  auditor: 'own',
  admin: 'own',
} as const satisfies Grants;
