import type { DossierStatus, KnownDossier } from '@motcua/dossier';

/** What the citizen has to do: `complete` what was submitted or `pay-first`, before it is received; null: to wait. */
export type Asked = 'complete' | 'pay-first' | 'supplement' | 'payment' | 'collect' | null;

/** How far a dossier has come. */
export interface Progress {
  readonly status: Exclude<DossierStatus, 'none'>;
  /** Which step it is in, of received (1), in process, processed, returned (4); 0 before them, null where it ended on another way. */
  readonly step: 0 | 1 | 2 | 3 | 4 | null;
  readonly asked: Asked;
}

type Standing = Omit<Progress, 'status'>;

/** A new status does not compile until it is said here what it means to the citizen. */
const standings = {
  submitted: { step: 0, asked: null },
  'submission-supplement-requested': { step: 0, asked: 'complete' },
  'submission-payment-requested': { step: 0, asked: 'pay-first' },
  'submission-withdrawal-requested': { step: 0, asked: null },
  'submission-stopped': { step: null, asked: null },
  received: { step: 1, asked: null },
  'in-process': { step: 2, asked: null },
  'supplement-requested': { step: 2, asked: 'supplement' },
  'payment-requested': { step: 2, asked: 'payment' },
  'withdrawal-requested': { step: 2, asked: null },
  processed: { step: 3, asked: 'collect' },
  returned: { step: 4, asked: null },
  stopped: { step: null, asked: null },
  refused: { step: null, asked: null },
  'turned-away': { step: null, asked: null },
} as const satisfies Record<Progress['status'], Standing>;

export const toProgress = ({ status }: KnownDossier): Progress => ({ status, ...standings[status] });
