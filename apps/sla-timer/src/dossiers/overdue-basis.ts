import type { DossierSnapshot, SnapshotPause } from '@motcua/contracts';
import type { Limit, SlaDossier, SlaPause, Touch } from '@motcua/sla';
import type { ConsumedEvent } from './dossier-event.ts';

/** What an overdue cause of a dossier's being overdue rests on; kept with it, because it may be classified when no event comes. */
export interface OverdueBasis {
  readonly receivedAt: number | null;
  readonly due: number | null;
  readonly lateFrom: number | null;
  readonly limit: Limit | null;
  readonly procedureLimit: Limit | null;
  readonly pauses: readonly SlaPause[];
  readonly dueBeforeCalendarChange: number | null;
  readonly endedAt: number | null;
  /** When the system learnt of the end by a live event; null: it has not ended, or an import told of it. */
  readonly endRecordedAt: number | null;
  /** None of an import: when it was recorded says nothing of when somebody clicked. */
  readonly touches: readonly Touch[];
  /** When its trail said that it is finished. */
  readonly finishedInFileAt: number | null;
}

/** More tell nothing new, and a row must not grow without end. */
const MOST_TOUCHES = 50;

export const toInstant = (text: string | null): number | null => (text === null ? null : Date.parse(text));

const toPause = ({ reason, rule, from, to }: SnapshotPause): SlaPause => ({
  reason,
  rule,
  from: Date.parse(from),
  to: toInstant(to),
});

const toApology = (apology: DossierSnapshot['apology']): SlaDossier['apology'] =>
  apology === undefined ? null : { at: Date.parse(apology.at), promised: Date.parse(apology.promised) };

/** The snapshot as the clocks take it. */
export const toSlaDossier = (snapshot: DossierSnapshot): SlaDossier => ({
  status: snapshot.status,
  submittedAt: toInstant(snapshot.submittedAt),
  receivedAt: toInstant(snapshot.receivedAt),
  limit: snapshot.limit,
  originalDue: toInstant(snapshot.originalDue),
  currentDue: toInstant(snapshot.currentDue),
  lateFrom: toInstant(snapshot.lateFrom.current),
  dueSupplied: snapshot.dueSupplied,
  pauses: snapshot.pauses.map(toPause),
  submissionPauses: (snapshot.submissionPauses ?? []).map(toPause),
  extensionCount: snapshot.extensionCount,
  apology: toApology(snapshot.apology),
  endedAt: toInstant(snapshot.endedAt),
});

/** The facts after an event. */
export function toFacts(
  before: OverdueBasis | undefined,
  event: ConsumedEvent,
  dossier: SlaDossier,
  procedureLimit: Limit | null,
): OverdueBasis {
  const { calendarChange } = event;
  const { receivedAt, currentDue, lateFrom, limit, pauses, endedAt, dueSupplied } = dossier;
  return {
    receivedAt,
    due: currentDue,
    lateFrom,
    limit: dueSupplied ? null : limit,
    procedureLimit,
    pauses,
    dueBeforeCalendarChange:
      calendarChange === undefined ? (before?.dueBeforeCalendarChange ?? null) : calendarChange.previousDue,
    endedAt,
    endRecordedAt: toEndRecorded(before, event, endedAt),
    touches: toTouches(before, event),
    finishedInFileAt: toFinishedInFile(before, event),
  };
}

/** The first that told of it decides. When an import was recorded says nothing of when anybody could have known. */
function toEndRecorded(before: OverdueBasis | undefined, event: ConsumedEvent, endedAt: number | null): number | null {
  if (endedAt === null) return null;
  if (before !== undefined && before.endedAt !== null) return before.endRecordedAt;
  return event.importSession === null ? event.recordedAt : null;
}

function toTouches(before: OverdueBasis | undefined, event: ConsumedEvent): readonly Touch[] {
  const { occurredAt, recordedAt, snapshot, importSession } = event;
  if (snapshot.imported) return [];
  const known = before?.touches ?? [];
  return importSession === null ? [...known, { occurredAt, recordedAt }].slice(-MOST_TOUCHES) : known;
}

/** The trail of a dossier says finished from the first of these events on, whatever its status says later. */
const finishing = new Set<string>(['processed', 'returned', 'stopped']);

const toFinishedInFile = (before: OverdueBasis | undefined, { name, occurredAt, snapshot }: ConsumedEvent): number | null =>
  before?.finishedInFileAt ?? (finishing.has(name) ? occurredAt : toInstant(snapshot.returnedAt));
