import { approveProposal } from './backdating/approve-proposal.ts';
import { isBackdated } from './backdating/is-backdated.ts';
import { proposeMoment } from './backdating/propose-moment.ts';
import { proposeUnit } from './backdating/propose-unit.ts';
import { rejectProposal } from './backdating/reject-proposal.ts';
import { acceptSubmission } from './commands/accept-submission.ts';
import { apologise } from './commands/apologise.ts';
import { confirmPayment } from './commands/confirm-payment.ts';
import { correct } from './commands/correct.ts';
import { extend } from './commands/extend.ts';
import { openDossier } from './commands/open-dossier.ts';
import { processDossier } from './commands/process-dossier.ts';
import { reassign } from './commands/reassign.ts';
import { receiveSupplement } from './commands/receive-supplement.ts';
import { withoutLead } from './recording/present.ts';
import type { Decision } from './recording/record.ts';
import { redate } from './commands/redate.ts';
import { refuseDossier } from './commands/refuse-dossier.ts';
import { requestPayment } from './commands/request-payment.ts';
import { requestSupplement } from './commands/request-supplement.ts';
import { requestWithdrawal } from './commands/request-withdrawal.ts';
import { returnResult } from './commands/return-result.ts';
import { revert } from './commands/revert.ts';
import { stopDossier } from './commands/stop-dossier.ts';
import { transfer } from './commands/transfer.ts';
import type { DecisionContext } from './decision-context.ts';
import type { DossierCommand } from './dossier-command.ts';
import type { Dossier } from './state/dossier.ts';

/**
 * What a live command brings about: events, nothing (an empty list: it is so already), or a refusal. Pure; it throws for bugs only.
 * One from before the opening of this working day takes effect now and proposes its moment; one from a little ahead happens now.
 */
export function decide(dossier: Dossier, given: DossierCommand, context: DecisionContext): Decision {
  const command = { ...given, occurredAt: withoutLead(dossier, given.occurredAt, context.now) };
  return isBackdated(dossier, command, context)
    ? proposeMoment(dossier, command, context, decideNow)
    : decideNow(dossier, command, context);
}

function decideNow(dossier: Dossier, command: DossierCommand, context: DecisionContext): Decision {
  switch (command.type) {
    case 'submit':
    case 'receive':
      return openDossier(dossier, command, context);
    case 'accept':
      return acceptSubmission(dossier, command, context);
    case 'refuse':
      return refuseDossier(dossier, command, context);
    case 'transfer':
      return transfer(dossier, command, context);
    case 'request-supplement':
      return requestSupplement(dossier, command, context);
    case 'receive-supplement':
      return receiveSupplement(dossier, command, context);
    case 'request-payment':
      return requestPayment(dossier, command, context);
    case 'confirm-payment':
      return confirmPayment(dossier, command, context);
    case 'extend':
      return extend(dossier, command, context);
    case 'apologise':
      return apologise(dossier, command, context);
    case 'redate':
      return redate(dossier, command, context);
    case 'request-withdrawal':
      return requestWithdrawal(dossier, command, context);
    case 'stop':
      return stopDossier(dossier, command, context);
    case 'process':
      return processDossier(dossier, command, context);
    case 'return':
      return returnResult(dossier, command, context);
    case 'reassign':
      return reassign(dossier, command, context);
    case 'correct':
      return correct(dossier, command, context);
    case 'propose-unit':
      return proposeUnit(dossier, command, context);
    case 'approve-proposal':
      return approveProposal(dossier, command, context);
    case 'reject-proposal':
      return rejectProposal(dossier, command, context);
    case 'revert':
      return revert(dossier, command, context);
  }
}
