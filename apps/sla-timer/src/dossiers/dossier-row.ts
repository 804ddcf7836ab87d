import { dossierIdentity, pick, type DossierSnapshot } from '@motcua/contracts';
import type { OverdueBasis } from './overdue-basis.ts';
import type { ConsumedEvent } from './dossier-event.ts';
import { findUndoPoint, type UndoPoint } from './undo-point.ts';

/** A dossier as it is kept here: who it belongs to, and what its overdue cause rests on. Moments are epoch milliseconds. */
export interface DossierRow {
  readonly dossierId: string;
  readonly version: number;
  readonly subject: string;
  readonly facts: OverdueBasis;
  readonly code: string | null;
  readonly sourceCode: string | null;
  readonly procedure: string;
  readonly responsibleUnit: string;
  readonly path: readonly string[];
  readonly handlingUnit: string;
  readonly officer: string | null;
  readonly timeZone: string;
  readonly calendarId: string;
  readonly calendarVersion: number;
  readonly status: number;
  readonly endedAt: number | null;
  readonly currentDue: number | null;
  readonly lateFrom: number | null;
  /** Its trail says finished, its status does not. */
  readonly finishedInFileAt: number | null;
  readonly lastTouchedAt: number;
  /** By which its newest event came; null: that was live. */
  readonly importSession: string | null;
  /** null: its latest event cannot be taken back. */
  readonly undo: UndoPoint | null;
}

/** What a person did not do: it says nothing of whether anybody worked on the dossier. */
const untouching = new Set<string>(['redated', 'reassigned']);
/** Status codes of a dossier that is done: not received, stopped, processed, returned. */
const doneStatuses = new Set([3, 8, 9, 10]);

export function toDossierRow(
  before: DossierRow | undefined,
  event: ConsumedEvent,
  facts: OverdueBasis,
  undo: UndoPoint | null,
): DossierRow {
  const { snapshot } = event;
  // An import is recorded long after it happened: there the trail's own moments tell when somebody worked on it.
  const touchedAt = snapshot.imported || event.importSession !== null ? event.occurredAt : event.recordedAt;
  const isDone = facts.endedAt !== null || doneStatuses.has(snapshot.status);
  return {
    dossierId: snapshot.dossierId,
    version: snapshot.dossierVersion,
    // Of a dossier's events in a batch only the last is kept, and few say anything before.
    get subject() {
      return toSubject(snapshot);
    },
    facts,
    code: snapshot.code,
    sourceCode: snapshot.sourceCode,
    procedure: snapshot.procedure,
    responsibleUnit: snapshot.responsibleUnit,
    path: snapshot.responsiblePath,
    handlingUnit: snapshot.handlingUnit,
    officer: snapshot.officer,
    timeZone: snapshot.timeZone,
    calendarId: snapshot.calendar.id,
    calendarVersion: snapshot.calendar.version,
    status: snapshot.status,
    endedAt: facts.endedAt,
    currentDue: facts.due,
    lateFrom: facts.lateFrom,
    finishedInFileAt: isDone ? null : facts.finishedInFileAt,
    lastTouchedAt: toLastTouched(before, event, touchedAt),
    importSession: event.importSession,
    undo,
  };
}

function toLastTouched(before: DossierRow | undefined, event: ConsumedEvent, touchedAt: number): number {
  if (before === undefined) return touchedAt;
  const takenBackTo = findUndoPoint(before, event);
  if (takenBackTo !== undefined) return takenBackTo.lastTouchedAt;
  return untouching.has(event.name) ? before.lastTouchedAt : Math.max(before.lastTouchedAt, touchedAt);
}

const subjectFields = [
  ...dossierIdentity,
  ...(['responsibleUnit', 'responsiblePath', 'responsibleKind', 'handlingUnit', 'officer', 'calendar', 'timeZone'] as const),
];

/** What every event says of the dossier, as the members of a JSON object: each takes it in as it stands. */
const toSubject = (snapshot: DossierSnapshot): string => JSON.stringify(pick(snapshot, subjectFields)).slice(1, -1);
