import { deadLetter, ok, toReason, type IncomingMessage, type StepResult } from '@motcua/kafka';
import { readInstitutionalEvent, type InstitutionalEvent } from '../../events/institutional-event.ts';

/** What a record of the compacted topic is: all versions of a code, a code that was taken back (no value), or poison with the reason. */
export function stepInstitutionalEvent({ key, value }: Pick<IncomingMessage, 'key' | 'value'>): StepResult<InstitutionalEvent> {
  if (value === null)
    return key === null
      ? deadLetter('the record has neither key nor value', 'parse')
      : ok({ code: key.toString(), versions: [] });
  try {
    return ok(readInstitutionalEvent(JSON.parse(value.toString())));
  } catch (error) {
    return deadLetter(toReason(error), 'parse');
  }
}
