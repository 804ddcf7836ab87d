import type { DecisionContext } from '../decision-context.ts';
import type { RequestSupplement } from '../dossier-command.ts';
import { refuse } from '../refusal/refusal.ts';
import type { Dossier } from '../state/dossier.ts';
import { findUnlawful } from '../recording/find-unlawful.ts';
import { record, type Decision } from '../recording/record.ts';

/** Asks the citizen to complete the dossier, as often as the rule set allows (once, NĐ 61/2018 and NĐ 118/2025). The clock stands. */
export function requestSupplement(dossier: Dossier, command: RequestSupplement, context: DecisionContext): Decision {
  const requests = dossier.status === 'none' ? 0 : dossier.supplementRequests.length;
  const isSpent = requests >= context.ruleSet.maxSupplementRequests;
  if (isSpent && dossier.status !== 'none' && dossier.receipt !== null && dossier.end === null) {
    return refuse('dossier.supplement-already-requested');
  }
  const unlawful = findUnlawful(dossier, 'supplement-requested', command.occurredAt, context);
  if (unlawful !== undefined) return unlawful;
  const rule = context.ruleSet.pauseRules.supplement;
  const payload = { type: 'supplement-requested', reasonCode: command.reasonCode, rule, ordinal: requests + 1 } as const;
  return record(dossier, payload, command.occurredAt, context);
}
