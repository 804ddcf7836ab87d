import type { LocalizedName } from '@motcua/contracts';
import type { Progress } from './progress.ts';

/** What the page says of a dossier: nothing of the applicant, and nothing that the slip does not say or an office would not tell whoever holds it. */
export interface LookedUp extends Progress {
  readonly code: string;
  readonly unit: LocalizedName;
  readonly procedure: LocalizedName;
  readonly receivedAt: number | null;
  /** null: none was promised, or it stands still. */
  readonly due: number | null;
  /** The office re-appointed it. */
  readonly isReappointed: boolean;
  /** Not done at the moment that was promised. */
  readonly isLate: boolean;
  /** When it comes, where the office apologised for being late; null: it did not. */
  readonly promised: number | null;
  /** Why it was asked for, stopped or refused, in the catalogue's words; what an officer wrote stands in the notice. */
  readonly reason: LocalizedName | null;
  /** How the result comes to the applicant. */
  readonly resultBy: 'counter' | 'post' | 'online';
  readonly timeZone: string;
  readonly asOf: number;
}
