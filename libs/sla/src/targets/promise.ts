import type { ClockTarget } from '../scheduled-clock.ts';
import { toTarget, type TargetContext } from './target.ts';

/**
 * The moment promised in the latest apology for being late, to the minute: nothing pauses it and no calendar moves it, for that is what
 * the citizen was told. Another apology is another promise.
 */
export function toPromise(context: TargetContext): ClockTarget | undefined {
  const { apology, endedAt } = context.dossier;
  if (apology === null) return undefined;
  const unpaused = { ...context, dossier: { ...context.dossier, pauses: [] } };
  return toTarget({ clock: 'promise', startedAt: apology.at, due: apology.promised, closedAt: endedAt }, unpaused);
}
