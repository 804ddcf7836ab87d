import type { DossierEventName } from '../vocabulary.ts';

/**
 * Events that whoever brought them about may take back. Not what opens a dossier, for a slip was handed out, nor what is taken back in its
 * own way: a correction by another, a re-dating by another, a proposal by its rejection (docs/adr/0041).
 */
const revertible = [
  'refused',
  'transferred',
  'supplement-requested',
  'supplement-received',
  'payment-requested',
  'payment-made',
  'extended',
  'apologised',
  'withdrawal-requested',
  'stopped',
  'processed',
  'returned',
  'reassigned',
] as const satisfies readonly DossierEventName[];
export type RevertibleEventName = (typeof revertible)[number];

const names: ReadonlySet<DossierEventName> = new Set(revertible);

export const isRevertible = (name: DossierEventName): name is RevertibleEventName => names.has(name);
