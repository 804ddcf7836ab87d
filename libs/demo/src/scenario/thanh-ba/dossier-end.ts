import type { Random } from '../../invention/random.ts';
import type { DossierPlan } from './dossier-plan.ts';
import { type DossierTimeline, WORKING_DAY } from './dossier-timeline.ts';

/** How a dossier ends; the place is a working minute. `none`: it never does. */
export type DossierEnd =
  { readonly how: 'processed' | 'refused' | 'withdrawn'; readonly place: number } | { readonly how: 'none' };

/** An end in time: within the hour or two for a same-day matter, somewhere along the limit for others. */
export function drawEndInTime(random: Random, { limit }: DossierPlan, { lastPlace, duePlace }: DossierTimeline): DossierEnd {
  const span = duePlace - 2 - lastPlace;
  const isSameDay = limit.unit === 'working-day' && limit.amount === 0;
  if (isSameDay) return { how: 'processed', place: lastPlace + Math.min(span, random.between(8, 95)) };
  const share = 0.15 + 0.75 * random.next();
  const place = lastPlace + Math.max(1, Math.floor(span * share));
  if (random.chance(0.012)) return { how: 'refused', place: lastPlace + Math.max(1, Math.floor(span * 0.4 * random.next())) };
  return random.chance(0.008) ? { how: 'withdrawn', place } : { how: 'processed', place };
}

/** An end too late: by half an hour, or by days. */
export function drawLateEnd(random: Random, { duePlace }: DossierTimeline): DossierEnd {
  const delay = random.chance(0.3) ? random.between(1, 200) : Math.floor(random.next() ** 2 * 9 * WORKING_DAY) + 60;
  return { how: 'processed', place: duePlace + delay };
}
