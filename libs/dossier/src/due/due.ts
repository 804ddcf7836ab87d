import type { DueResult } from '@motcua/calendar';
import type { Instant } from '../vocabulary.ts';

/**
 * A due moment with the precision it is compared in: our own are minutes (a result at 10:00:30 is in time for 10:00), one supplied
 * from outside is compared to the second. `none`: nothing was promised. `held`: a pause that counts is open.
 */
export type Due =
  | { readonly kind: 'none' }
  | { readonly kind: 'held' }
  | { readonly kind: 'at'; readonly at: Instant; readonly precision: Precision };
export type Precision = 'minute' | 'second';

export interface ClockRefusal {
  readonly kind: 'refused';
  readonly code: string;
  readonly message: string;
}

export const noneDue: Due = { kind: 'none' };

export function toDue(result: DueResult, precision: Precision): Due | ClockRefusal {
  if (!result.ok) return { kind: 'refused', code: result.error.code, message: result.error.message };
  return result.dueAt === null ? { kind: 'held' } : { kind: 'at', at: result.dueAt, precision };
}

export const atOrNull = (due: Due): Instant | null => (due.kind === 'at' ? due.at : null);

/** The first instant that is late: a minute after a due minute, a second after a due second. */
export function toLateInstant({ at, precision }: { readonly at: Instant; readonly precision: Precision }): Instant {
  return precision === 'minute' ? at + 60_000 : Math.floor(at / 1000) * 1000 + 1000;
}
