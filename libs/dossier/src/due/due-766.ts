import { addPauses, dueMoment } from '@motcua/calendar';
import type { Pause } from '../state/dossier.ts';
import type { Instant } from '../vocabulary.ts';
import { noneDue, toDue, type ClockRefusal, type Due } from './due.ts';
import type { Promised } from './promised-dues.ts';

/**
 * Due by indicator set 766 (QĐ 766/QĐ-TTg, 2.1): the limit with every supplement interval subtracted, whatever the rule set says,
 * and no other pause; where nothing was promised, the procedure's longest limit; from a second request for completion on, that
 * request's moment where it is the earlier. Neither promise nor longest limit: none, and so on time.
 */
export function findDue766(promised: Promised, supplementRequests: readonly Instant[]): Due | ClockRefusal {
  const due = findWithoutSecondRequest(promised);
  const second = supplementRequests.toSorted((left, right) => left - right)[1];
  if (second === undefined || due.kind === 'none' || due.kind === 'refused') return due;
  // While a supplement is open the due lies beyond it, so that the request is the earlier; at equal moments the stricter counts.
  return due.kind === 'at' && due.at < second ? due : { kind: 'at', at: second, precision: 'second' };
}

function findWithoutSecondRequest({ calendar, receipt, pauses }: Promised): Due | ClockRefusal {
  const supplements = pauses.filter(isSupplement).map((pause): Pause => ({ ...pause, rule: 'subtract' }));
  if (receipt.suppliedDue !== null) {
    return toDue(addPauses(calendar, { due: receipt.suppliedDue, start: receipt.at }, supplements), 'second');
  }
  const limit = (receipt.dueKnown ? receipt.limit : null) ?? receipt.maxLimit;
  return limit === null ? noneDue : toDue(dueMoment(calendar, { receivedAt: receipt.at, limit, pauses: supplements }), 'minute');
}

export const isSupplement = ({ reason }: Pause): boolean => reason === 'supplement';
