import { startOfLocalDay, toLocalDate } from '@motcua/calendar';
import { toDossierEventType, type LegacyEvent } from '@motcua/contracts';
import { createRandom } from '../../invention/random.ts';
import { createArrivals } from './arrivals.ts';
import { fullSize, type ScenarioSize } from './article-quotas.ts';
import { decideEnds } from './decide-ends.ts';
import { createTimeline } from './dossier-timeline.ts';
import { planDossiers } from './dossier-plan.ts';
import { createRefusedSubmissions } from './refused-submissions.ts';
import type { ScenarioWorld } from './scenario-world.ts';
import { type Transition, toTransitions } from './to-scenario-events.ts';

export const scenarioSource = 'urn:motcua:scenario:thanh-ba-2022';
export const scenarioPeriod = { from: '2022-01-01', to: '2022-10-31' } as const;

export interface ScenarioRequest {
  readonly seed: number;
  readonly size?: ScenarioSize;
}

/** All events of the scenario, in order of time. The same seed and reference data give the same events. Pure. */
export function generateThanhBa(world: ScenarioWorld, { seed, size = fullSize }: ScenarioRequest): LegacyEvent[] {
  const random = createRandom(seed);
  const { timeZone } = world.calendar;
  const drawPlace = createArrivals(world.clock, { timeZone, ...scenarioPeriod });
  const periodEnd = startOfLocalDay(timeZone, '2022-11-01');

  const planned = planDossiers(world, random, size).map((plan) => ({
    plan,
    course: createTimeline(world, random, plan, drawPlace(random)),
  }));
  const ends = decideEnds(world, random, planned, periodEnd);
  const dossiers = planned.map((dossier, index) =>
    toTransitions(world, random, { ...dossier, end: ends[index] ?? { how: 'none' } }),
  );
  const refused = createRefusedSubmissions(world, random, { count: Math.round(size.commune / 100), drawPlace });
  return addressEvents(world, [...dossiers, ...refused]);
}

/** Gives each dossier its code, in the order in which they came to their unit on that day, and lays all events on one line of time. */
function addressEvents(world: ScenarioWorld, dossiers: readonly (readonly Transition[])[]): LegacyEvent[] {
  const agencyCodes = new Map([world.district, ...world.communes].map(({ code, dossierCode }) => [code, dossierCode ?? code]));
  const serials = new Map<string, number>();
  const inOrderOfArrival = [...dossiers].sort((one, other) => (one[0]?.at ?? 0) - (other[0]?.at ?? 0));
  const events = inOrderOfArrival.flatMap((transitions) => {
    const [first] = transitions;
    if (first === undefined) return [];
    const day = toLocalDate(world.calendar.timeZone, first.at).replaceAll('-', '').slice(2);
    const prefix = `${agencyCodes.get(first.data.unit ?? '') ?? 'H44'}-${day}`;
    const serial = (serials.get(prefix) ?? 0) + 1;
    serials.set(prefix, serial);
    return transitions.map((transition, index) => toEvent(`${prefix}-${String(serial).padStart(4, '0')}`, transition, index));
  });
  return events.sort((one, other) => (one.time < other.time ? -1 : one.time > other.time ? 1 : 0));
}

function toEvent(sourceCode: string, { name, at, data }: Transition, index: number): LegacyEvent {
  return {
    specversion: '1.0',
    id: `${sourceCode}/${index + 1}-${name}`,
    source: scenarioSource,
    type: toDossierEventType(name),
    time: new Date(at).toISOString(),
    data: { sourceCode, ...data },
  };
}
