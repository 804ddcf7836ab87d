import { readDossierEvent, type DossierSnapshot } from '@motcua/contracts';
import { ok, skip, type IncomingMessage, type StepResult } from '@motcua/kafka';

/** A dossier that has been received, after one of its events. */
export interface ConsumedEvent {
  readonly snapshot: DossierSnapshot & { readonly receivedAt: string };
  readonly occurredAt: number;
}

/** Names the projection in `consumer_offset` and `dlq_event`, and its consumer group. */
export const PROJECTION = 'digitization';

/** What a message is: a received dossier, one that has no papers yet, a kind that came later than this code, or poison. */
export function stepDossierEvent({ value }: Pick<IncomingMessage, 'value'>): StepResult<ConsumedEvent> {
  const reading = readDossierEvent(value);
  if (reading.kind !== 'ok') return reading;
  const { change: _change, ...snapshot } = reading.value.event.data;
  const { receivedAt } = snapshot;
  if (receivedAt === null) return skip('not received');
  return ok({ snapshot: { ...snapshot, receivedAt }, occurredAt: Date.parse(snapshot.occurredAt) });
}
