import type { DossierEventName, LegacyEvent, PauseReason } from '@motcua/contracts';
import type { Random } from '../../invention/random.ts';
import type { CoursePause, DossierCourse } from './dossier-course.ts';
import type { DossierEnd } from './dossier-end.ts';
import type { DossierPlan } from './dossier-plan.ts';
import { departmentOfField } from './handling-unit.ts';
import { getProcedure, type ScenarioWorld } from './scenario-world.ts';

/** Something that happens to a dossier, not yet addressed. */
export interface Happening {
  readonly name: DossierEventName;
  /** Epoch milliseconds, to the second. */
  readonly at: number;
  readonly data: Omit<LegacyEvent['data'], 'sourceCode'>;
}

/** What happens to a dossier, in order; no two at the same moment. */
export function toHappenings(
  world: ScenarioWorld,
  random: Random,
  dossier: { plan: DossierPlan; course: DossierCourse; end: DossierEnd },
): Happening[] {
  const { plan, course, end } = dossier;
  const happen = (place: number, name: DossierEventName, data: Happening['data'] = {}): Happening => ({
    name,
    at: world.clock.at(place) + random.between(0, 59) * 1000,
    data,
  });
  const { receivedPlace } = course;
  const received = happen(receivedPlace, 'received', toReceipt(world, random, plan));
  return [
    ...(plan.channel === 'online' ? [toSubmission(world, random, received)] : []),
    received,
    ...toTransfer(world, random, dossier).map(({ place, unit }) => happen(place, 'transferred', { unit })),
    ...course.pauses.flatMap((pause) => toPauseHappenings(pause, happen)),
    ...toExtension(course, happen),
    ...toEnding(random, { course, end }, happen),
  ];
}

type Happen = (place: number, name: DossierEventName, data?: Happening['data']) => Happening;

function toReceipt(
  _world: ScenarioWorld,
  random: Random,
  { unit, procedure, channel, limit, verified }: DossierPlan,
): Happening['data'] {
  const officer = `${unit.code}.${String(random.between(1, unit.kind === 'commune' ? 3 : 6)).padStart(2, '0')}`;
  return { unit: unit.code, procedure, channel, officer, ...(verified ? { limit } : {}) };
}

/** Online submissions come at all hours: many in the evening before, and wait for the counter to open. */
function toSubmission(world: ScenarioWorld, random: Random, received: Happening): Happening {
  const dayStart = Math.floor((received.at + 7 * 3_600_000) / 86_400_000) * 86_400_000 - 7 * 3_600_000;
  const evening = dayStart - random.between(60, 5 * 3600) * 1000;
  const place = world.clock.placeOf(received.at);
  const shortly = received.at - random.between(150, 2 * 3600) * 1000;
  const at = random.chance(place % 3 === 0 ? 0.55 : 0.3) ? evening : shortly;
  const { unit, procedure, channel } = received.data;
  return {
    name: 'submitted',
    at,
    data: { ...(unit === undefined ? {} : { unit }), ...(procedure === undefined ? {} : { procedure }), channel },
  };
}

/** At district level the one-stop shop hands over to a department; a commune does so only with what the district decides. */
function toTransfer(
  world: ScenarioWorld,
  random: Random,
  { plan, course, end }: { plan: DossierPlan; course: DossierCourse; end: DossierEnd },
): { place: number; unit: string }[] {
  const unit = departmentOfField[getProcedure(world, plan.procedure).field];
  if (unit === undefined || (plan.unit.kind === 'commune' && plan.procedure !== '1.001776')) return [];
  const latest =
    Math.min(
      end.how === 'none' ? Infinity : end.place,
      course.pauses[0]?.fromPlace ?? Infinity,
      course.extension?.place ?? Infinity,
    ) - 1;
  const place = Math.min(course.receivedPlace + random.between(3, 35), latest);
  return place > course.receivedPlace ? [{ place, unit }] : [];
}

const pauseEvents: Readonly<Record<PauseReason, readonly [DossierEventName, DossierEventName | null]>> = {
  supplement: ['supplement-requested', 'supplement-received'],
  payment: ['payment-requested', 'payment-made'],
  withdrawal: ['withdrawal-requested', null],
};

function toPauseHappenings({ reason, fromPlace, toPlace }: CoursePause, happen: Happen): Happening[] {
  const [begins, ends] = pauseEvents[reason];
  const first = happen(fromPlace, begins, reason === 'supplement' ? { reasonCode: 'components-missing' } : {});
  return ends === null ? [first] : [first, happen(toPlace, ends)];
}

function toExtension({ extension }: DossierCourse, happen: Happen): Happening[] {
  if (extension === null) return [];
  return [happen(extension.place, 'extended', { newDue: new Date(extension.newDue).toISOString(), reasonCode: 'verification' })];
}

function toEnding(random: Random, { course, end }: { course: DossierCourse; end: DossierEnd }, happen: Happen): Happening[] {
  switch (end.how) {
    case 'none':
      return [];
    case 'processed':
      return [happen(end.place, 'processed'), happen(end.place + random.between(1, 700), 'returned')];
    case 'refused':
      return [happen(end.place, 'refused', { reasonCode: 'not-eligible' })];
    case 'withdrawn': {
      const place = Math.max(end.place, course.lastPlace + 2);
      const asked = Math.max(course.lastPlace + 1, place - random.between(10, 60));
      return [
        happen(asked, 'withdrawal-requested'),
        happen(place, 'stopped', { endedBy: 'withdrawn', reasonCode: 'citizen-withdrew' }),
      ];
    }
  }
}
