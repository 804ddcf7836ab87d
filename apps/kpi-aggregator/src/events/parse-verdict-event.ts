import { overdueCauses, type OverdueCause, type Verdict } from '@motcua/indicators';
import { readSideEvent } from './read-side-event.ts';
import type { Reader } from './reader.ts';
import type { VerdictEvent } from './verdict-event.ts';

/** The verdict in a published `overdue-judged`. Throws an Error that says what is wrong. */
export function readVerdictEvent(event: Reader): VerdictEvent {
  const data = event.object('data');
  return { ...readSideEvent(data), judgement: data.positive('judgement'), verdict: readVerdict(data) };
}

function readVerdict(data: Reader): Verdict | null {
  const overdueSince = data.instant('overdueSince');
  const cause = data.textOrNull('cause');
  if (cause === null) return null;
  if (!isCause(cause)) throw new Error(`data.cause is none of ${overdueCauses.join(', ')}`);
  return { cause, overdueSince };
}

const isCause = (text: string): text is OverdueCause => (overdueCauses as readonly string[]).includes(text);
