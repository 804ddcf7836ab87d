import { deadLetter, ok, type IncomingMessage, type Verdict } from '@motcua/kafka';
import type { DossierEvent } from '../events/dossier-event.ts';
import { parseDossierEvent } from '../events/parse-dossier-event.ts';

/** Names the projection in `consumer_offset` and `dlq_event`, and its consumer group. */
export const PROJECTION = 'kpi';

/** What a message is: an event to project, or poison with the reason. */
export function stepDossierEvent({ value }: Pick<IncomingMessage, 'value'>): Verdict<DossierEvent> {
  if (value === null) return deadLetter('the message has no value', 'parse');
  try {
    return ok(parseDossierEvent(value.toString()));
  } catch (error) {
    return deadLetter(error instanceof Error ? error.message : String(error), 'parse');
  }
}
