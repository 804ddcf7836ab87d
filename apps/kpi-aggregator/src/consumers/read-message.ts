import { FieldReader } from '@motcua/contracts';
import { deadLetter, toReason, type IncomingMessage, type StepResult } from '@motcua/kafka';

/** What `read` makes of a message's event; poison with the reason where there is no value, it is no JSON, or `read` throws. */
export function readMessage<Event, Value>(
  { value }: Pick<IncomingMessage, 'value'>,
  read: (event: FieldReader<Event>) => StepResult<Value>,
): StepResult<Value> {
  if (value === null) return deadLetter('the message has no value', 'parse');
  try {
    return read(new FieldReader<Event>(JSON.parse(value.toString()) as unknown, ''));
  } catch (error) {
    return deadLetter(toReason(error), 'parse');
  }
}
