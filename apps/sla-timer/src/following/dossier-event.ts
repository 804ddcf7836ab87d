import {
  DossierEvent,
  dossierEventSchemas,
  LogProgressEvent,
  findDossierEventName,
  type DossierEventName,
  type DossierSnapshot,
} from '@motcua/contracts';
import { deadLetter, isControl, ok, skip, type IncomingMessage, type StepResult } from '@motcua/kafka';

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
  /** By which it came; null: it is live. */
  readonly importSession: string | null;
}

/** How far the log goes, as it says itself. */
export type LogProgress = LogProgressEvent['data'];
export const isProgress = (item: ConsumedEvent | LogProgress): item is LogProgress => 'sessionsEnded' in item;

/** What a message of the log is: an event, or a control record between them. */
export function stepLogMessage(message: Pick<IncomingMessage, 'value' | 'headers'>): StepResult<ConsumedEvent | LogProgress> {
  return isControl(message) ? stepProgress(message) : stepDossierEvent(message);
}

function stepProgress({ value }: Pick<IncomingMessage, 'value'>): StepResult<LogProgress> {
  const json = parseJson(value);
  if ('reason' in json) return deadLetter(json.reason, 'parse');
  const parsed = LogProgressEvent.safeParse(json.value);
  return parsed.success ? ok(parsed.data.data) : skip('unknown control record');
}

/** Names the projection in `consumer_offset` and `dlq_event`, and its consumer group. */
export const PROJECTION = 'sla';

/** What a message is: an event to follow, one of a kind that came later than this code, or poison with the reason. */
export function stepDossierEvent({ value }: Pick<IncomingMessage, 'value'>): StepResult<ConsumedEvent> {
  const json = parseJson(value);
  if ('reason' in json) return deadLetter(json.reason, 'parse');
  const parsed = DossierEvent.safeParse(json.value);
  if (!parsed.success) return deadLetter(parsed.error.message, 'validate');
  const { change, importSession = null, ...snapshot } = parsed.data.data;
  const name = findDossierEventName(parsed.data.type);
  if (name === undefined) return skip('unknown type');
  const moments = { occurredAt: Date.parse(snapshot.occurredAt), recordedAt: Date.parse(snapshot.recordedAt) };
  const calendarChange = name === 'redated' ? findCalendarChange(change) : undefined;
  return ok({ name, ...moments, snapshot, calendarChange, importSession });
}

function parseJson(value: Buffer | null): { readonly value: unknown } | { readonly reason: string } {
  if (value === null) return { reason: 'the message has no value' };
  try {
    return { value: JSON.parse(value.toString()) };
  } catch (error) {
    return { reason: error instanceof Error ? error.message : String(error) };
  }
}

const RedatedChange = dossierEventSchemas.redated.shape.data.shape.change;

/** @throws where the change keeps no contract: the message is then parked */
function findCalendarChange(change: unknown): CalendarChange | undefined {
  const { previousDue, calendarChange } = RedatedChange.parse(change);
  if (calendarChange === undefined) return undefined;
  const { id, version, unitDossiers } = calendarChange;
  return { id, version, unitDossiers, previousDue: previousDue === null ? null : Date.parse(previousDue) };
}
