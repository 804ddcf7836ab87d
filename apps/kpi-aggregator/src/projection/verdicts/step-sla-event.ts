import { toSlaEventType } from '@motcua/contracts';
import { deadLetter, ok, skip, type IncomingMessage, type Verdict } from '@motcua/kafka';
import { readVerdictEvent } from '../../events/parse-verdict-event.ts';
import { Reader } from '../../events/reader.ts';
import type { VerdictEvent } from '../../events/verdict-event.ts';

export const judgedType = toSlaEventType('overdue-judged');

/** What a message of the clocks is: a verdict to project, an event that changes no figure, or poison with the reason. */
export function stepSlaEvent({ value }: Pick<IncomingMessage, 'value'>): Verdict<VerdictEvent> {
  if (value === null) return deadLetter('the message has no value', 'parse');
  try {
    const event = new Reader(JSON.parse(value.toString()) as unknown, '');
    return event.text('type') === judgedType ? ok(readVerdictEvent(event)) : skip('no verdict');
  } catch (error) {
    return deadLetter(error instanceof Error ? error.message : String(error), 'parse');
  }
}
