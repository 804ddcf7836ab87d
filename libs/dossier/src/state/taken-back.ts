import type { Instant, RevertibleEventName } from '../vocabulary.ts';

/** The event that another one takes back: from then on the dossier is as if it had never been. */
export interface TakenBack {
  readonly event: RevertibleEventName;
  /** Version of the dossier after it. */
  readonly version: number;
  readonly occurredAt: Instant;
  readonly recordedAt: Instant;
}
