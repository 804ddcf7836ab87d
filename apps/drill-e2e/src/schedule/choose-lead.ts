import type { ScheduleResult } from '../evidence/schedule-result.ts';

/**
 * The class that leads next: the one that has struck in the fewest schedules so far, of several the first. One that missed counts half, so that what
 * cannot strike here (no disk may be mounted) does not lead for ever.
 */
export function chooseLead(known: readonly Pick<ScheduleResult, 'faults'>[], classes: readonly string[]): string {
  const scores = new Map(classes.map((name) => [name, 0]));
  for (const { faults } of known)
    for (const { name, struck } of faults) scores.set(name, (scores.get(name) ?? 0) + (struck > 0 ? 1 : 0.5));
  const toScore = (name: string): number => scores.get(name) ?? 0;
  const [first = '', ...others] = classes;
  return others.reduce((least, name) => (toScore(name) < toScore(least) ? name : least), first);
}
