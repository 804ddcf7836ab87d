import { DossierEvent, findDossierEventName, type DossierSnapshot } from '@motcua/contracts';
import { deadLetter, ok, skip, type IncomingMessage, type StepResult } from '@motcua/kafka';

/** A dossier that has been received, after one of its events. */
export interface ConsumedEvent {
  readonly snapshot: DossierSnapshot & { readonly receivedAt: string };
  readonly occurredAt: number;
}

/** Names the projection in `consumer_offset` and `dlq_event`, and its consumer group. */
export const PROJECTION = 'digitization';

/** What a message is: a received dossier, one that has no papers yet, a kind that came later than this code, or poison. */
export function stepDossierEvent({ value }: Pick<IncomingMessage, 'value'>): StepResult<ConsumedEvent> {
  if (value === null) return deadLetter('the message has no value', 'parse');
  let json: unknown;
  try {
    json = JSON.parse(value.toString());
  } catch (error) {
    return deadLetter(error instanceof Error ? error.message : String(error), 'parse');
  }
  const parsed = DossierEvent.safeParse(json);
  if (!parsed.success) return deadLetter(parsed.error.message, 'validate');
  if (findDossierEventName(parsed.data.type) === undefined) return skip('unknown type');
  const { change: _change, ...snapshot } = parsed.data.data;
  const { receivedAt } = snapshot;
  if (receivedAt === null) return skip('not received');
  return ok({ snapshot: { ...snapshot, receivedAt }, occurredAt: Date.parse(snapshot.occurredAt) });
}
