import type { DossierStatus } from '../state/dossier.ts';

export type StatusCode = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10;

/** The national status codes. A refusal has code 3 before and after receipt; only the latter is an end. */
export const statusCodes = {
  submitted: 1,
  received: 2,
  'turned-away': 3,
  refused: 3,
  'in-process': 4,
  'supplement-requested': 5,
  'payment-requested': 6,
  'withdrawal-requested': 7,
  stopped: 8,
  processed: 9,
  returned: 10,
} as const satisfies Record<Exclude<DossierStatus, 'none'>, StatusCode>;
