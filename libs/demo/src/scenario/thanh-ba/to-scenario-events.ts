import type { DossierEventName, LegacyEvent, PauseReason } from '@motcua/contracts';
import type { Random } from '../../invention/random.ts';
import type { TimelinePause, DossierTimeline } from './dossier-timeline.ts';
import type { DossierEnd } from './dossier-end.ts';
import type { DossierPlan } from './dossier-plan.ts';
import { departmentOfField } from './handling-unit.ts';
import { getProcedure, type ScenarioWorld } from './scenario-world.ts';

/** Something that happens to a dossier, not yet addressed. */
export interface Transition {
  readonly name: DossierEventName;
  /** Epoch milliseconds, to the second. */
  readonly at: number;
  readonly data: Omit<LegacyEvent['data'], 'sourceCode'>;
}

/** What happens to a dossier, in order; no two at the same moment. */
export function toTransitions(
  world: ScenarioWorld,
  random: Random,
  dossier: { plan: DossierPlan; course: DossierTimeline; end: DossierEnd },
): Transition[] {
  const { plan, course: timeline, end } = dossier;
  const happen = (place: number, name: DossierEventName, data: Transition['data'] = {}): Transition => ({
    name,
    at: world.clock.at(place) + random.between(0, 59) * 1000,
    data,
  });
  const { receivedPlace } = timeline;
  const received = happen(receivedPlace, 'received', toReceipt(world, random, plan));
  return [
    ...(plan.channel === 'online' ? [toSubmission(world, random, received)] : []),
    received,
    ...toTransfer(world, random, dossier).map(({ place, unit }) => happen(place, 'transferred', { unit })),
    ...timeline.pauses.flatMap((pause) => toPauseTransitions(pause, happen)),
    ...toExtension(timeline, happen),
    ...toEnding(random, { course: timeline, end }, happen),
  ];
}

type Happen = (place: number, name: DossierEventName, data?: Transition['data']) => Transition;

function toReceipt(
  _world: ScenarioWorld,
  random: Random,
  { unit, procedure, channel, limit, verified }: DossierPlan,
): Transition['data'] {
  const officer = `${unit.code}.${String(random.between(1, unit.kind === 'commune' ? 3 : 6)).padStart(2, '0')}`;
  return { unit: unit.code, procedure, channel, officer, ...(verified ? { limit } : {}) };
}

/** Online submissions come at all hours: many in the evening before, and wait for the counter to open. */
function toSubmission(world: ScenarioWorld, random: Random, received: Transition): Transition {
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
  { plan, course: timeline, end }: { plan: DossierPlan; course: DossierTimeline; end: DossierEnd },
): { place: number; unit: string }[] {
  const unit = departmentOfField[getProcedure(world, plan.procedure).field];
  if (unit === undefined || (plan.unit.kind === 'commune' && plan.procedure !== '1.001776')) return [];
  const latest =
    Math.min(
      end.how === 'none' ? Infinity : end.place,
      timeline.pauses[0]?.fromPlace ?? Infinity,
      timeline.extension?.place ?? Infinity,
    ) - 1;
  const place = Math.min(timeline.receivedPlace + random.between(3, 35), latest);
  return place > timeline.receivedPlace ? [{ place, unit }] : [];
}

const pauseEvents: Readonly<Record<PauseReason, readonly [DossierEventName, DossierEventName | null]>> = {
  supplement: ['supplement-requested', 'supplement-received'],
  payment: ['payment-requested', 'payment-made'],
  withdrawal: ['withdrawal-requested', null],
};

function toPauseTransitions({ reason, fromPlace, toPlace }: TimelinePause, happen: Happen): Transition[] {
  const [begins, ends] = pauseEvents[reason];
  const first = happen(fromPlace, begins, reason === 'supplement' ? { reasonCode: 'components-missing' } : {});
  return ends === null ? [first] : [first, happen(toPlace, ends)];
}

function toExtension({ extension }: DossierTimeline, happen: Happen): Transition[] {
  if (extension === null) return [];
  return [happen(extension.place, 'extended', { newDue: new Date(extension.newDue).toISOString(), reasonCode: 'verification' })];
}

function toEnding(
  random: Random,
  { course: timeline, end }: { course: DossierTimeline; end: DossierEnd },
  happen: Happen,
): Transition[] {
  switch (end.how) {
    case 'none':
      return [];
    case 'processed':
      return [happen(end.place, 'processed'), happen(end.place + random.between(1, 700), 'returned')];
    case 'refused':
      return [happen(end.place, 'refused', { reasonCode: 'not-eligible' })];
    case 'withdrawn': {
      const place = Math.max(end.place, timeline.lastPlace + 2);
      const asked = Math.max(timeline.lastPlace + 1, place - random.between(10, 60));
      return [
        happen(asked, 'withdrawal-requested'),
        happen(place, 'stopped', { endedBy: 'withdrawn', reasonCode: 'citizen-withdrew' }),
      ];
    }
  }
}
