import {
  attachDocuments,
  attachCause,
  isSameResponsibleUnit,
  moveResponsibility,
  rewriteResponsibility,
  takeBackMove,
  toIntervals,
  type LocalDays,
  type Responsibility,
} from '@motcua/indicators';
import type { DossierEvent } from '../../events/dossier-event.ts';
import type { FactRow } from './fact-row.ts';

/** What is kept of a dossier to take further events: its version, who was responsible when, the overdue cause of it, and its documents. */
export type Known = Pick<FactRow, 'version' | 'history' | 'judgement' | 'overdueCause' | 'digitizationVersion' | 'documents'>;

/**
 * The fact after `events` of one dossier, in log order; undefined when none of them is newer than what is known. Events are fat,
 * so the newest says everything but when responsibility moved, which each `reassigned` says for itself, and each `reverted` of one.
 */
export function foldDossier(known: Known | undefined, events: readonly DossierEvent[], days: LocalDays): FactRow | undefined {
  let version = known?.version ?? 0;
  let history = known?.history ?? [];
  let newest: DossierEvent | undefined;
  for (const event of events) {
    if (event.version <= version) continue;
    version = event.version;
    history = holdBy(history, event);
    newest = event;
  }
  return newest === undefined ? undefined : toFactRow(newest, history, known, days);
}

function holdBy(
  history: readonly Responsibility[],
  { responsibleUnit, moves, movesBack, occurredAt }: DossierEvent,
): readonly Responsibility[] {
  const last = history.at(-1);
  if (last !== undefined && isSameResponsibleUnit(last, responsibleUnit)) return history;
  if (movesBack) return takeBackMove(history, responsibleUnit);
  return moves && last !== undefined
    ? moveResponsibility(history, occurredAt, responsibleUnit)
    : rewriteResponsibility(history, responsibleUnit);
}

function toFactRow(event: DossierEvent, history: readonly Responsibility[], known: Known | undefined, days: LocalDays): FactRow {
  const { judgement = 0, overdueCause = null, digitizationVersion = 0, documents = null } = known ?? {};
  const intervals = toIntervals(event.state, history, days);
  const classified = overdueCause === null ? intervals : attachCause(intervals, overdueCause);
  return {
    dossierId: event.dossierId,
    version: event.version,
    judgement,
    overdueCause,
    digitizationVersion,
    documents,
    receivedAt: event.state.receivedAt,
    endedAt: event.state.endedAt,
    currentDue: event.state.currentDue,
    shown: event.shown,
    history,
    intervals: documents === null ? classified : attachDocuments(classified, documents),
  };
}
