import type { DecisionContext } from '../decision-context.ts';
import type { DossierEvent, EventPayload } from '../state/dossier-event.ts';
import { findDueDates } from '../due/find-due-dates.ts';
import { isRefusal, toRefusal, type Refusal } from '../refusal/refusal.ts';
import { applyPayload, isKnown } from '../state/apply-payload.ts';
import { noDueDates, type Dossier } from '../state/dossier.ts';
import type { Instant } from '../vocabulary.ts';
import { findAdopted } from './find-adopted.ts';
import { findFindings } from './find-findings.ts';

export type Decision = DossierEvent[] | Refusal;

/** A fact becomes an event: what follows from it (the clock, the findings) is computed here, once, with the context's calendar. */
export function record(dossier: Dossier, payload: EventPayload, occurredAt: Instant, context: DecisionContext): Decision {
  const { actor } = context;
  const events = recordFact(dossier, payload, occurredAt, context);
  return actor === undefined || isRefusal(events) ? events : events.map((event) => ({ ...event, author: actor }));
}

function recordFact(dossier: Dossier, payload: EventPayload, occurredAt: Instant, context: DecisionContext): Decision {
  const after = applyPayload(dossier, payload, occurredAt);
  const stamp = { occurredAt, recordedAt: context.now };
  if (!isKnown(after)) return [{ ...payload, ...stamp, clock: noDueDates, found: [] }];
  const result = findDueDates(after, context.calendar);
  if (!result.ok) return toRefusal(result.refusal);
  const found = findFindings(dossier, payload, after, occurredAt, context);
  const adopted = findAdopted(after, context.calendar);
  const event = { ...payload, ...stamp, clock: result.clock, found };
  return [adopted === undefined ? event : { ...event, adopted }];
}
