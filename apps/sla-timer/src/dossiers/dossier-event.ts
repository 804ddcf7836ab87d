import {
  dossierChanges,
  readDossierEvent,
  readLogProgress,
  type DossierEventName,
  type DossierSnapshot,
  type LogProgress,
} from '@motcua/contracts';
import { isControl, ok, type IncomingMessage, type StepResult } from '@motcua/kafka';

/** A new version of the calendar that moved a dossier's due. */
export interface CalendarChange {
  readonly id: string;
  readonly version: number;
  /** How many dossiers of the responsible unit it moves in all. */
  readonly unitDossiers: number;
  /** currentDue before, epoch milliseconds. */
  readonly previousDue: number | null;
}

/** An event of the dossier log: what happened, and the dossier's state after it. */
export interface ConsumedEvent {
  readonly name: DossierEventName;
  readonly occurredAt: number;
  readonly recordedAt: number;
  readonly snapshot: DossierSnapshot;
  readonly calendarChange: CalendarChange | undefined;
  /** The version after the event that this one takes back; undefined: it takes back none. */
  readonly takesBack: number | undefined;
  /** By which it came; null: it is live. */
  readonly importSession: string | null;
}

/** What a message of the log is: an event, or a control record between them. */
export const stepLogMessage = (
  message: Pick<IncomingMessage, 'value' | 'headers' | 'offset'>,
): StepResult<ConsumedEvent | LogProgress> => (isControl(message) ? readLogProgress(message) : stepDossierEvent(message));

/** Names the projection in `consumer_offset` and `dlq_event`, and its consumer group. */
export const PROJECTION = 'sla';

/** What a message is: an event to follow, one of a kind that came later than this code, or poison with the reason. */
export function stepDossierEvent({ value }: Pick<IncomingMessage, 'value'>): StepResult<ConsumedEvent> {
  const reading = readDossierEvent(value);
  if (reading.kind !== 'ok') return reading;
  const { name, event } = reading.value;
  const { change, importSession = null, ...snapshot } = event.data;
  const moments = { occurredAt: Date.parse(snapshot.occurredAt), recordedAt: Date.parse(snapshot.recordedAt) };
  const calendarChange = name === 'redated' ? findCalendarChange(change) : undefined;
  const takesBack = name === 'reverted' ? dossierChanges.reverted.parse(change).version : undefined;
  return ok({ name, ...moments, snapshot, calendarChange, takesBack, importSession });
}

/** @throws where the change keeps no contract: the message is then parked */
function findCalendarChange(change: unknown): CalendarChange | undefined {
  const { previousDue, calendarChange } = dossierChanges.redated.parse(change);
  if (calendarChange === undefined) return undefined;
  const { id, version, unitDossiers } = calendarChange;
  return { id, version, unitDossiers, previousDue: previousDue === null ? null : Date.parse(previousDue) };
}
