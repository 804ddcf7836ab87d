import type { DecisionContext } from '../decision-context.ts';
import type { EventPayload } from '../state/dossier-event.ts';
import type { Dossier, RecordedState } from '../state/dossier.ts';
import { toEnd } from '../state/settle.ts';
import type { DossierEventName, Finding, Instant } from '../vocabulary.ts';

/** What is expected after an end: the hand-over of the result and the repair of the record. */
const belongAfterEnd: readonly DossierEventName[] = ['returned', 'corrected', 'reassigned', 'redated'];

type Rules = Pick<DecisionContext, 'ruleSet' | 'officer'>;

/** The data-quality findings that a fact brings up and that were not known before. */
export function findFindings(
  before: Dossier,
  payload: EventPayload,
  after: RecordedState,
  at: Instant,
  context: Rules,
): readonly Finding[] {
  const known = before.status === 'none' ? [] : before.findings;
  return listFindings(before, payload, after, at, context).filter((finding) => !known.includes(finding));
}

function listFindings(
  before: Dossier,
  payload: EventPayload,
  after: RecordedState,
  at: Instant,
  { ruleSet, officer }: Rules,
): Finding[] {
  const end = toEnd(after);
  const isOutOfOrder = before.status !== 'none' && at < before.lastOccurredAt && !tellsOfThePast(payload);
  return [
    ...(end !== null && after.receipt !== null && end.at < after.receipt.at ? (['ended-before-received'] as const) : []),
    ...(after.supplementRequests.length > ruleSet.maxSupplementRequests ? (['second-supplement'] as const) : []),
    ...(isAfterEnd(before, payload, at) ? (['event-after-end'] as const) : []),
    ...(isOutOfOrder ? (['out-of-order'] as const) : []),
    // Only an import comes so far: a live command that names a stranger is refused. Of a unit without staff nothing can be said.
    ...(officer === 'stranger' ? (['unknown-officer'] as const) : []),
  ];
}

/** A reform takes effect on its day, though later events are known: nobody recorded anything in the wrong order. */
const tellsOfThePast = (payload: EventPayload): boolean =>
  payload.type === 'corrected' || (payload.type === 'reassigned' && payload.reform !== undefined);

function isAfterEnd(before: Dossier, payload: EventPayload, at: Instant): boolean {
  if (before.status === 'none' || before.end === null || at < before.end.at) return false;
  return !belongAfterEnd.includes(payload.type) || (payload.type === 'returned' && before.end.by !== 'processed');
}
