import { toSlaEventType } from '@motcua/contracts';
import { ok, skip, type IncomingMessage, type Verdict } from '@motcua/kafka';
import { readVerdictEvent, type JudgedEvent } from '../../events/parse-verdict-event.ts';
import type { VerdictEvent } from '../../events/verdict-event.ts';
import { readMessage } from '../read-message.ts';

export const judgedType = toSlaEventType('overdue-judged');

/** What a message of the clocks is: a verdict to project, an event that changes no figure, or poison with the reason. */
export const stepSlaEvent = (message: Pick<IncomingMessage, 'value'>): Verdict<VerdictEvent> =>
  readMessage<JudgedEvent, VerdictEvent>(message, (event) =>
    event.text('type') === judgedType ? ok(readVerdictEvent(event)) : skip('no verdict'),
  );
