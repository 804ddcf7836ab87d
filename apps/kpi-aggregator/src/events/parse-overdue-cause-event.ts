import { toSlaEventType, type FieldReader, type SlaEvent } from '@motcua/contracts';
import { overdueCauses, type OverdueCauseCode, type OverdueCause } from '@motcua/indicators';
import { readEnrichmentEvent, type Overrides } from './read-enrichment-event.ts';
import type { OverdueCauseEvent } from './overdue-cause-event.ts';

export const judgedType = toSlaEventType('overdue-judged');
export type JudgedEvent = SlaEvent<'overdue-judged'>;

/** The overdue cause in a published `overdue-judged`. Throws an Error that says what is wrong. */
export function readOverdueCauseEvent(event: FieldReader<JudgedEvent>): OverdueCauseEvent {
  const data = event.object('data');
  return {
    ...readEnrichmentEvent(data.only<keyof Overrides>()),
    judgement: data.positive('judgement'),
    overdueCause: readCause(data),
  };
}

function readCause(data: FieldReader<JudgedEvent['data']>): OverdueCause | null {
  const overdueSince = data.instant('overdueSince');
  const cause = data.textOrNull('cause');
  if (cause === null) return null;
  if (!isCause(cause)) throw new Error(`data.cause is none of ${overdueCauses.join(', ')}`);
  return { cause, overdueSince };
}

const isCause = (text: string): text is OverdueCauseCode => (overdueCauses as readonly string[]).includes(text);
