import { toIntervals, type LocalDays } from '@motcua/indicators';
import type { EnrichmentEvent } from '../../events/enrichment-event.ts';
import type { FactRow } from '../facts/fact-row.ts';

const NO_STATUS = 0;

/**
 * A fact for a dossier none of whose events has come, because topics have no order between them: it counts nothing, and enrichment streams
 * put on it what they know. The dossier's first event replaces everything else of it.
 */
export function toPlaceholderRow(
  { dossierId, responsibleUnit, timeZone, procedure, field }: EnrichmentEvent,
  days: LocalDays,
): FactRow {
  const unknown = { receivedAt: null, endedAt: null, currentDue: null };
  const lateFrom = { set766: null, original: null, current: null };
  const history = [{ ...responsibleUnit, from: null }];
  const state = { timeZone, procedure, field, ...unknown, channel: '', serviceLevel: '', noDue: false, lateFrom };
  return {
    dossierId,
    version: 0,
    judgement: 0,
    overdueCause: null,
    digitizationVersion: 0,
    documents: null,
    ...unknown,
    shown: { code: null, sourceCode: null, officer: null, status: NO_STATUS, originalDue: null, due766: null },
    history,
    intervals: toIntervals(state, history, days),
  };
}
