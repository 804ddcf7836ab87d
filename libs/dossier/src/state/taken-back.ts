import type { Instant } from '../vocabulary.ts';
import type { RevertibleEventName } from './revertible.ts';

/** The event that another one takes back: from then on the dossier is as if it had never been. */
export interface TakenBack {
  readonly event: RevertibleEventName;
  /** Version of the dossier after it. */
  readonly version: number;
  readonly occurredAt: Instant;
  readonly recordedAt: Instant;
}
