import { judgeSpans, toSpans, type LocalDays } from '@motcua/indicators';
import type { VerdictEvent } from '../../events/verdict-event.ts';
import type { DossierFact } from '../facts/dossier-fact.ts';

/** Of each dossier the verdict with the highest number, in the order of the dossiers. */
export function pickNewestVerdicts(events: readonly VerdictEvent[]): readonly VerdictEvent[] {
  const newest = new Map<string, VerdictEvent>();
  for (const event of events) {
    const known = newest.get(event.dossierId);
    if (known === undefined || known.judgement < event.judgement) newest.set(event.dossierId, event);
  }
  return [...newest.values()].sort((one, other) => (one.dossierId < other.dossierId ? -1 : 1));
}

const NO_STATUS = 0;

/**
 * A fact for a dossier none of whose events has come, because topics have no order between them: it keeps the verdict and counts
 * nothing. The dossier's first event replaces everything else of it.
 */
export function toWaitingFact({ dossierId, judgement, verdict, holder, ...rest }: VerdictEvent, days: LocalDays): DossierFact {
  const unknown = { receivedAt: null, endedAt: null, currentDue: null };
  const lateFrom = { set766: null, original: null, current: null };
  const history = [{ ...holder, from: null }];
  const state = { ...rest, ...unknown, channel: '', serviceLevel: '', noDue: false, lateFrom };
  return {
    dossierId,
    judgement,
    verdict,
    version: 0,
    ...unknown,
    shown: { code: null, sourceCode: null, status: NO_STATUS, originalDue: null, due766: null },
    history,
    spans: judgeSpans(toSpans(state, history, days), verdict),
  };
}
