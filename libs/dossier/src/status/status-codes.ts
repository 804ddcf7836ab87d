import type { DossierStatus } from '../state/dossier.ts';

export type StatusCode = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10;

/** The national status codes. Some are the same before and after receipt; only after it is one an end, or does the dossier’s clock stand. */
export const statusCodes = {
  submitted: 1,
  'submission-supplement-requested': 5,
  'submission-payment-requested': 6,
  'submission-withdrawal-requested': 7,
  'submission-stopped': 8,
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
