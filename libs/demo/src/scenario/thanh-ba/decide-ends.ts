import type { Instant } from '@motcua/calendar';
import type { Random } from '../../invention/random.ts';
import { toLateQuota } from './article-quotas.ts';
import type { DossierTimeline } from './dossier-timeline.ts';
import { type DossierEnd, drawEndInTime, drawLateEnd } from './dossier-end.ts';
import type { DossierPlan } from './dossier-plan.ts';
import type { ScenarioWorld } from './scenario-world.ts';

export interface PlannedDossier {
  readonly plan: DossierPlan;
  readonly course: DossierTimeline;
}

/** Of a thousand dossiers, so many lie over the end of the period although they were due before it: the backlog. */
const BACKLOG_PER_THOUSAND = 4;
/** Of the backlog, the share that was never clicked closed. */
const FORGOTTEN_SHARE = 0.15;
const BACKLOG_DAYS = 35 * 86_400_000;

/**
 * Gives each dossier its end, in the order given. Who is late among those finished in the period is an exact quota: drawn by lot,
 * slow procedures far oftener than same-day ones.
 */
export function decideEnds(
  world: ScenarioWorld,
  random: Random,
  dossiers: readonly PlannedDossier[],
  periodEnd: Instant,
): DossierEnd[] {
  const endPlace = world.clock.placeOf(periodEnd);
  const ends = dossiers.map(({ plan, course: timeline }) => drawEndInTime(random, plan, timeline));
  const lateEnds = dossiers.map(({ course: timeline }) => drawLateEnd(random, timeline));

  const backlog = new Set(pickBacklog(random, dossiers, periodEnd));
  for (const index of backlog) ends[index] = drawBacklogEnd(random, endPlace);

  const isFinished = (end: DossierEnd | undefined): boolean => end !== undefined && end.how !== 'none' && end.place < endPlace;
  const candidates = [...dossiers.keys()].filter(
    (index) => isProcessed(ends[index]) && isFinished(ends[index]) && isFinished(lateEnds[index]),
  );
  const byLot = candidates.map((index) => ({ index, lot: random.next() ** (1 / toLateness(dossiers[index])) }));
  byLot.sort((one, other) => other.lot - one.lot || one.index - other.index);
  for (const { index } of byLot.slice(0, toLateQuota(ends.filter(isFinished).length)))
    ends[index] = lateEnds[index] ?? { how: 'none' };
  return ends;
}

const isProcessed = (end: DossierEnd | undefined): boolean => end?.how === 'processed';

function pickBacklog(random: Random, dossiers: readonly PlannedDossier[], periodEnd: Instant): number[] {
  const candidates = [...dossiers.keys()].filter((index) => {
    const due = dossiers[index]?.course.due ?? 0;
    return due < periodEnd - 86_400_000 && due > periodEnd - BACKLOG_DAYS && toLateness(dossiers[index]) > 1;
  });
  return random.shuffle(candidates).slice(0, Math.round((dossiers.length * BACKLOG_PER_THOUSAND) / 1000));
}

function drawBacklogEnd(random: Random, endPlace: number): DossierEnd {
  return random.chance(FORGOTTEN_SHARE) ? { how: 'none' } : { how: 'processed', place: endPlace + random.between(5, 9_000) };
}

/** Weight of being late: a same-day matter hardly ever is. */
function toLateness(dossier: PlannedDossier | undefined): number {
  if (dossier === undefined) return 0;
  const { amount, unit } = dossier.plan.limit;
  if (unit === 'calendar-day') return 9;
  if (unit === 'working-hour') return 2;
  return amount === 0 ? 0.35 : Math.min(9, 1 + amount);
}
