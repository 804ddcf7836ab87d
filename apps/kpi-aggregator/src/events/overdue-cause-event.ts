import { toSlaEventType, type FieldReader, type SlaEvent } from '@motcua/contracts';
import { overdueCauses, type OverdueCause, type OverdueCauseCode } from '@motcua/indicators';
import { readEnrichmentEvent, type EnrichmentEvent, type Overrides } from './enrichment-event.ts';

/** What the projection takes from `overdue-judged`: the overdue cause that holds now. */
export interface OverdueCauseEvent extends EnrichmentEvent {
  /** Grows with every overdue cause of the dossier. */
  readonly judgement: number;
  /** null: the overdue cause was taken back. */
  readonly overdueCause: OverdueCause | null;
}

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
