import type { Random } from '../../invention/random.ts';
import type { Transition } from './to-scenario-events.ts';
import { procedureMix } from './procedure-mix.ts';
import type { ScenarioWorld } from './scenario-world.ts';

/** Online submissions that were not accepted: on the books, and in no figure, for they were never received. */
export function createRefusedSubmissions(
  world: ScenarioWorld,
  random: Random,
  { count, drawPlace }: { count: number; drawPlace: (random: Random) => number },
): Transition[][] {
  return Array.from({ length: count }, () => {
    const place = drawPlace(random);
    const { procedure } = random.pickWeighted(procedureMix.communeOnline, ({ weight }) => weight);
    const data = { unit: random.pick(world.communes).code, procedure, channel: 'online' as const };
    const submittedAt = world.clock.at(place) + random.between(0, 59) * 1000;
    const refusedAt = world.clock.at(place + random.between(5, 400)) + random.between(0, 59) * 1000;
    return [
      { name: 'submitted', at: submittedAt, data },
      { name: 'refused', at: refusedAt, data: { reasonCode: random.pick(['components-missing', 'wrong-unit', 'duplicate']) } },
    ];
  });
}
