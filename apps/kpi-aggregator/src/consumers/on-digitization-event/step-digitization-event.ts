import type { DigitizationEvent as PublishedEvent } from '@motcua/contracts';
import { ok, type IncomingMessage, type StepResult } from '@motcua/kafka';
import { readDigitizationEvent, type DigitizationEvent } from '../../events/digitization-event.ts';
import { readMessage } from '../read-message.ts';

/** What a digitization message is: documents to project, whatever happened to them, or poison with the reason. */
export const stepDigitizationEvent = (message: Pick<IncomingMessage, 'value'>): StepResult<DigitizationEvent> =>
  readMessage<PublishedEvent, DigitizationEvent>(message, (event) => ok(readDigitizationEvent(event)));
