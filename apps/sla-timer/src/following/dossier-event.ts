import {
  DossierEvent,
  dossierEventSchemas,
  findDossierEventName,
  type DossierEventName,
  type DossierSnapshot,
} from '@motcua/contracts';
import { deadLetter, ok, skip, type IncomingMessage, type Verdict } from '@motcua/kafka';

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
export interface FollowedEvent {
  readonly name: DossierEventName;
  readonly occurredAt: number;
  readonly recordedAt: number;
  readonly snapshot: DossierSnapshot;
  readonly calendarChange: CalendarChange | undefined;
}

/** Names the projection in `consumer_offset` and `dlq_event`, and its consumer group. */
export const PROJECTION = 'sla';

/** What a message is: an event to follow, one of a kind that came later than this code, or poison with the reason. */
export function stepDossierEvent({ value }: Pick<IncomingMessage, 'value'>): Verdict<FollowedEvent> {
  if (value === null) return deadLetter('the message has no value', 'parse');
  let json: unknown;
  try {
    json = JSON.parse(value.toString());
  } catch (error) {
    return deadLetter(error instanceof Error ? error.message : String(error), 'parse');
  }
  const parsed = DossierEvent.safeParse(json);
  if (!parsed.success) return deadLetter(parsed.error.message, 'validate');
  const { change, ...snapshot } = parsed.data.data;
  const name = findDossierEventName(parsed.data.type);
  if (name === undefined) return skip('unknown type');
  const moments = { occurredAt: Date.parse(snapshot.occurredAt), recordedAt: Date.parse(snapshot.recordedAt) };
  return ok({ name, ...moments, snapshot, calendarChange: name === 'redated' ? findCalendarChange(change) : undefined });
}

const RedatedChange = dossierEventSchemas.redated.shape.data.shape.change;

/** @throws where the change keeps no contract: the message is then parked */
function findCalendarChange(change: unknown): CalendarChange | undefined {
  const { previousDue, calendarChange } = RedatedChange.parse(change);
  if (calendarChange === undefined) return undefined;
  const { id, version, unitDossiers } = calendarChange;
  return { id, version, unitDossiers, previousDue: previousDue === null ? null : Date.parse(previousDue) };
}
