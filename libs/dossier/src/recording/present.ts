import type { Dossier } from '../state/dossier.ts';
import type { Instant } from '../vocabulary.ts';

/** A clerk's clock may run ahead of the server's by this much. */
export const CLOCK_TOLERANCE_MS = 5 * 60_000;

/** The moment at which something happens now: not before the latest event, which a server whose clock runs a little ahead may have recorded. */
export const toPresent = (dossier: Dossier, now: Instant): Instant =>
  dossier.status === 'none' ? now : Math.max(now, dossier.lastOccurredAt);

/**
 * A moment ahead of the present, by as much as clocks may run ahead, is the present: kept as it is said it would lie in the future, and
 * nothing that happens until then could be recorded behind it.
 */
export function withoutLead(dossier: Dossier, occurredAt: Instant, now: Instant): Instant {
  const present = toPresent(dossier, now);
  return occurredAt > present && occurredAt <= now + CLOCK_TOLERANCE_MS ? present : occurredAt;
}
