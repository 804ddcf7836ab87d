import { ok, skip, type IncomingMessage, type StepResult } from '@motcua/kafka';
import { judgedType, readOverdueCauseEvent, type JudgedEvent, type OverdueCauseEvent } from '../../events/overdue-cause-event.ts';
import { readMessage } from '../read-message.ts';

/** What a message of the clocks is: an overdue cause to project, an event that changes no figure, or poison with the reason. */
export const stepSlaEvent = (message: Pick<IncomingMessage, 'value'>): StepResult<OverdueCauseEvent> =>
  readMessage<JudgedEvent, OverdueCauseEvent>(message, (event) =>
    event.text('type') === judgedType ? ok(readOverdueCauseEvent(event)) : skip('no verdict'),
  );
