import type { DecisionContext } from '../decision-context.ts';
import type { DossierEvent, DossierFact } from '../dossier-event.ts';
import { findClock } from '../clock/find-clock.ts';
import { toRefusal, type Refusal } from '../refusal/refusal.ts';
import { applyFact, isKnown } from '../state/apply-fact.ts';
import { noClock, type Dossier } from '../state/dossier.ts';
import type { Instant } from '../vocabulary.ts';
import { findAdopted } from './find-adopted.ts';
import { findFindings } from './find-findings.ts';

export type Decision = DossierEvent[] | Refusal;

/** A fact becomes an event: what follows from it (the clock, the findings) is computed here, once, with the context's calendar. */
export function record(dossier: Dossier, fact: DossierFact, occurredAt: Instant, context: DecisionContext): Decision {
  const after = applyFact(dossier, fact, occurredAt);
  const stamp = { occurredAt, recordedAt: context.now };
  if (!isKnown(after)) return [{ ...fact, ...stamp, clock: noClock, found: [] }];
  const result = findClock(after, context.calendar);
  if (!result.ok) return toRefusal(result.refusal);
  const found = findFindings(dossier, fact, after, occurredAt, context);
  const adopted = findAdopted(after, context.calendar);
  const event = { ...fact, ...stamp, clock: result.clock, found };
  return [adopted === undefined ? event : { ...event, adopted }];
}
