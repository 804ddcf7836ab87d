import type { FieldReader, SlaEvent } from '@motcua/contracts';
import { overdueCauses, type OverdueCause, type Verdict } from '@motcua/indicators';
import { readSideEvent, type Said } from './read-side-event.ts';
import type { VerdictEvent } from './verdict-event.ts';

export type JudgedEvent = SlaEvent<'overdue-judged'>;

/** The verdict in a published `overdue-judged`. Throws an Error that says what is wrong. */
export function readVerdictEvent(event: FieldReader<JudgedEvent>): VerdictEvent {
  const data = event.object('data');
  return { ...readSideEvent(data.only<keyof Said>()), judgement: data.positive('judgement'), verdict: readVerdict(data) };
}

function readVerdict(data: FieldReader<JudgedEvent['data']>): Verdict | null {
  const overdueSince = data.instant('overdueSince');
  const cause = data.textOrNull('cause');
  if (cause === null) return null;
  if (!isCause(cause)) throw new Error(`data.cause is none of ${overdueCauses.join(', ')}`);
  return { cause, overdueSince };
}

const isCause = (text: string): text is OverdueCause => (overdueCauses as readonly string[]).includes(text);
