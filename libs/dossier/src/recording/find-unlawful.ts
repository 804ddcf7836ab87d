import type { DecisionContext } from '../decision-context.ts';
import { refuseEnded } from '../refusal/refuse-ended.ts';
import { refuse, type Refusal } from '../refusal/refusal.ts';
import { statusTable } from '../status/status-table.ts';
import type { Dossier } from '../state/dossier.ts';
import type { DossierRefusalCode } from '../refusal/sentences.ts';
import type { DossierEventName, Instant } from '../vocabulary.ts';
import { CLOCK_TOLERANCE_MS } from './present.ts';

/** Why a live command may not happen now, by the status table and by its moment; undefined: it may. */
export function findUnlawful(
  dossier: Dossier,
  event: DossierEventName,
  occurredAt: Instant,
  context: DecisionContext,
): Refusal | undefined {
  if (!statusTable[dossier.status][event]) return toRefusal(dossier, event);
  if (occurredAt > context.now + CLOCK_TOLERANCE_MS) return refuse('command.in-the-future');
  if (dossier.status !== 'none' && occurredAt < dossier.lastOccurredAt) return refuse('command.before-last-event');
  return undefined;
}

function toRefusal(dossier: Dossier, event: DossierEventName): Refusal {
  switch (dossier.status) {
    case 'none':
      return refuse('dossier.unknown');
    case 'submitted':
    case 'submission-supplement-requested':
    case 'submission-payment-requested':
    case 'submission-withdrawal-requested':
      return refuse(submissionCodes[event] ?? 'dossier.not-received');
    case 'submission-stopped':
      return refuse('dossier.submission-stopped');
    case 'turned-away':
      return refuse('dossier.turned-away');
    case 'stopped':
    case 'refused':
    case 'processed':
    case 'returned':
      return refuseEnded(dossier.status);
    case 'received':
    case 'in-process':
    case 'supplement-requested':
    case 'payment-requested':
    case 'withdrawal-requested':
      return refuse(openCodes[event] ?? 'dossier.clock-stands');
  }
}

const submissionCodes: Partial<Record<DossierEventName, DossierRefusalCode>> = {
  submitted: 'dossier.already-exists',
  'supplement-requested': 'dossier.clock-stands',
  'supplement-received': 'dossier.no-supplement-open',
  'payment-requested': 'dossier.clock-stands',
  'payment-made': 'dossier.no-payment-open',
};

const openCodes: Partial<Record<DossierEventName, DossierRefusalCode>> = {
  submitted: 'dossier.already-exists',
  received: 'dossier.already-received',
  'supplement-received': 'dossier.no-supplement-open',
  'payment-made': 'dossier.no-payment-open',
};
