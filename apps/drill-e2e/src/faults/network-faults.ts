import { setTimeout as rest } from 'node:timers/promises';
import type { House } from '../house/house.ts';
import { nothing, type Fault } from './fault.ts';

const ways = ['postgres', 'kafka'] as const;
const wayTo = (house: House, target: string) => house.ways[target as (typeof ways)[number]];

/** Every connection breaks, three times. */
export const connectionsCut: Fault = {
  name: 'connections cut',
  targets: ways,
  lastsMs: [0, 500],
  async inject(house, target) {
    const way = wayTo(house, target);
    let cut = 0;
    for (let round = 0; round < 3; round += 1) {
      cut += way.connections;
      way.cut();
      await rest(700);
    }
    return { times: () => cut, heal: nothing };
  },
};

/** Nothing passes, in neither direction, and nobody is told. */
export const halfOpen: Fault = {
  name: 'half-open connections',
  targets: ways,
  lastsMs: [12_000, 18_000],
  inject(house, target) {
    const way = wayTo(house, target);
    const silenced = way.connections;
    way.silence();
    return Promise.resolve({
      times: () => silenced,
      heal: () => {
        way.heal();
        return Promise.resolve();
      },
    });
  },
};

/** All that passes takes long. */
export const delayed: Fault = {
  name: 'delayed connections',
  targets: ways,
  lastsMs: [6_000, 10_000],
  inject(house, target, random) {
    const way = wayTo(house, target);
    const before = way.delayed;
    way.delay(40 + Math.floor(random() * 120));
    return Promise.resolve({
      times: () => way.delayed - before,
      heal: () => {
        way.delay(0);
        return Promise.resolve();
      },
    });
  },
};
