import type { DecisionContext } from '../decision-context.ts';
import type { RequestSupplement } from '../dossier-command.ts';
import { refuse } from '../refusal/refusal.ts';
import type { Dossier } from '../state/dossier.ts';
import { countSubmissionRequests } from '../state/submission.ts';
import { findUnlawful } from '../recording/find-unlawful.ts';
import { record, type Decision } from '../recording/record.ts';
import { ofSubmission } from './of-submission.ts';

/**
 * Asks the citizen to complete the dossier, as often as the rule set allows (once, NĐ 61/2018 and NĐ 118/2025). The clock stands; of an
 * online submission that of its acceptance (NĐ 61/2018 Art. 17(2)(a): one complete notice).
 */
export function requestSupplement(dossier: Dossier, command: RequestSupplement, context: DecisionContext): Decision {
  const requests = countRequests(dossier);
  const isSpent = requests >= context.ruleSet.maxSupplementRequests;
  if (isSpent && canStillBeAsked(dossier)) return refuse('dossier.supplement-already-requested');
  const unlawful = findUnlawful(dossier, 'supplement-requested', command.occurredAt, context);
  if (unlawful !== undefined) return unlawful;
  const rule = context.ruleSet.pauseRules.supplement;
  const payload = {
    type: 'supplement-requested',
    reasonCode: command.reasonCode,
    rule,
    ordinal: requests + 1,
    ...ofSubmission(dossier),
  } as const;
  return record(dossier, payload, command.occurredAt, context);
}

/** Those of the submission and those of the received dossier are counted apart: each is one complete request of its own article. */
function countRequests(dossier: Dossier): number {
  if (dossier.status === 'none') return 0;
  return dossier.receipt === null ? countSubmissionRequests(dossier) : dossier.supplementRequests.length;
}

const canStillBeAsked = (dossier: Dossier): boolean =>
  dossier.status !== 'none' && dossier.end === null && !['turned-away', 'submission-stopped'].includes(dossier.status);
