import { dueMoment, type Extension, type Instant, type Pause } from '@motcua/calendar';
import type { PauseReason } from '@motcua/contracts';
import type { Random } from '../../invention/random.ts';
import type { DossierPlan } from './dossier-plan.ts';
import type { ScenarioWorld } from './scenario-world.ts';

/** A working day, in working minutes. */
export const WORKING_DAY = 450;

export interface TimelinePause {
  readonly reason: PauseReason;
  readonly fromPlace: number;
  readonly toPlace: number;
}

/** How a dossier travels up to its end; places are working minutes of the scenario's clock. */
export interface DossierTimeline {
  readonly receivedPlace: number;
  readonly pauses: readonly TimelinePause[];
  readonly extension: { readonly place: number; readonly newDue: Instant } | null;
  /** The last thing that happens before the end. */
  readonly lastPlace: number;
  /** currentDue, by the rules the system itself counts by. */
  readonly due: Instant;
  readonly duePlace: number;
}

const isSlow = ({ limit }: DossierPlan): boolean =>
  limit.unit === 'calendar-day' || (limit.unit === 'working-day' && limit.amount >= 3);
const hasFee = (procedure: string): boolean => procedure === '1.009994' || procedure === '1.001612';

/** Draws supplements, payments and re-appointments, and counts the due moment with them. */
export function createTimeline(world: ScenarioWorld, random: Random, plan: DossierPlan, receivedPlace: number): DossierTimeline {
  const pauses = isSlow(plan) ? drawPauses(random, plan, receivedPlace) : [];
  const lastPlace = pauses.at(-1)?.toPlace ?? receivedPlace;
  const due = countDue(world, plan, { receivedPlace, pauses });
  const extension = isSlow(plan) && random.chance(0.035) ? drawExtension(world, random, { due, lastPlace }) : null;
  const finalDue = extension === null ? due : countDue(world, plan, { receivedPlace, pauses, extension });
  return {
    receivedPlace,
    pauses,
    extension,
    lastPlace: extension?.place ?? lastPlace,
    due: finalDue,
    duePlace: world.clock.placeOf(finalDue),
  };
}

function drawPauses(random: Random, plan: DossierPlan, receivedPlace: number): TimelinePause[] {
  const pauses: TimelinePause[] = [];
  let place = receivedPlace + random.between(40, 2 * WORKING_DAY);
  const add = (reason: PauseReason, minutes: number): void => {
    pauses.push({ reason, fromPlace: place, toPlace: place + minutes });
    place += minutes + random.between(30, WORKING_DAY);
  };
  if (random.chance(0.07)) add('supplement', random.between(60, 6 * WORKING_DAY));
  // A legacy system let a few officers ask twice, which the rules forbid and set 766 counts as overdue.
  if (pauses.length > 0 && random.chance(0.05)) add('supplement', random.between(60, 3 * WORKING_DAY));
  if (hasFee(plan.procedure) && random.chance(0.4)) add('payment', random.between(10, 2 * WORKING_DAY));
  return pauses;
}

/** An apology comes at the latest a day (24 h) before the due moment, once, and gives two to five more working days. */
function drawExtension(
  world: ScenarioWorld,
  random: Random,
  { due, lastPlace }: { due: Instant; lastPlace: number },
): DossierTimeline['extension'] {
  const latest = world.clock.placeOf(due - 86_400_000) - 2;
  if (latest <= lastPlace + 30) return null;
  const newDue = world.clock.at(world.clock.placeOf(due) + random.between(2, 5) * WORKING_DAY);
  return { place: random.between(Math.max(lastPlace + 30, latest - 2 * WORKING_DAY), latest), newDue };
}

interface TimelineSoFar {
  readonly receivedPlace: number;
  readonly pauses: readonly TimelinePause[];
  readonly extension?: NonNullable<DossierTimeline['extension']>;
}

function countDue({ calendar, clock, pauseRules }: ScenarioWorld, { limit }: DossierPlan, timeline: TimelineSoFar): Instant {
  const pauses = timeline.pauses.map(({ reason, fromPlace, toPlace }): Pause => ({
    from: clock.at(fromPlace),
    to: clock.at(toPlace),
    rule: pauseRules[reason],
  }));
  const extensions: Extension[] =
    timeline.extension === undefined ? [] : [{ newDue: timeline.extension.newDue, at: clock.at(timeline.extension.place) }];
  const result = dueMoment(calendar, { receivedAt: clock.at(timeline.receivedPlace), limit, pauses, extensions });
  if (!result.ok || result.dueAt === null)
    throw new Error(`No due moment: ${result.ok ? 'an open pause' : result.error.message}`);
  return result.dueAt;
}
