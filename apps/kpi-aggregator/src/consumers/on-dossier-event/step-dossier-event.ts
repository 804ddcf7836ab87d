import { peekDossierEvent, type EventLabel } from '@motcua/contracts';
import { deadLetter, ok, toReason, type IncomingMessage, type StepResult } from '@motcua/kafka';
import { parseDossierEvent, type DossierEvent } from '../../events/dossier-event.ts';

/** An event by its label; `event` where it had to be parsed to get it. */
export interface LabelledEvent extends EventLabel {
  readonly event?: DossierEvent;
}

/** What a message is: an event to project, or poison with the reason. Parsing is left for `readEvents` where the label can be read. */
export function stepDossierEvent({ value }: Pick<IncomingMessage, 'value'>): StepResult<LabelledEvent> {
  if (value === null) return deadLetter('the message has no value', 'parse');
  const label = peekDossierEvent(value);
  if (label !== undefined) return ok(label);
  try {
    const event = parseDossierEvent(value.toString());
    return ok({ dossierId: event.dossierId, version: event.version, moves: event.moves || event.movesBack, event });
  } catch (error) {
    return deadLetter(toReason(error), 'parse');
  }
}
