import { toSpans, type LocalDays } from '@motcua/indicators';
import type { SideEvent } from '../../events/side-event.ts';
import type { DossierFact } from '../facts/dossier-fact.ts';

const NO_STATUS = 0;

/**
 * A fact for a dossier none of whose events has come, because topics have no order between them: it counts nothing, and side streams
 * put on it what they know. The dossier's first event replaces everything else of it.
 */
export function toWaitingFact({ dossierId, holder, timeZone, procedure, field }: SideEvent, days: LocalDays): DossierFact {
  const unknown = { receivedAt: null, endedAt: null, currentDue: null };
  const lateFrom = { set766: null, original: null, current: null };
  const history = [{ ...holder, from: null }];
  const state = { timeZone, procedure, field, ...unknown, channel: '', serviceLevel: '', noDue: false, lateFrom };
  return {
    dossierId,
    version: 0,
    judgement: 0,
    verdict: null,
    digitizationVersion: 0,
    documents: null,
    ...unknown,
    shown: { code: null, sourceCode: null, officer: null, status: NO_STATUS, originalDue: null, due766: null },
    history,
    spans: toSpans(state, history, days),
  };
}
