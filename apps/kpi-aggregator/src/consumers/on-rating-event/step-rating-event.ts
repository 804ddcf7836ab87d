import type { RatingGivenEvent } from '@motcua/contracts';
import { ok, type IncomingMessage, type StepResult } from '@motcua/kafka';
import { readRatingEvent, type RatingEvent } from '../../events/rating-event.ts';
import { readMessage } from '../read-message.ts';

/** What a message of the ratings is: a rating, or poison with the reason. */
export const stepRatingEvent = (message: Pick<IncomingMessage, 'value'>): StepResult<RatingEvent> =>
  readMessage<RatingGivenEvent, RatingEvent>(message, (event) => ok(readRatingEvent(event)));
