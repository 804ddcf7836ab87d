import { setTimeout as rest } from 'node:timers/promises';
import { buildEarlierRelease } from '../house/earlier-release.ts';
import { signal } from '../house/processes.ts';
import { SecondInstance } from '../house/second-instance.ts';
import { services, type Fault } from './fault.ts';
import { untilReplaced } from './service-faults.ts';

const SIDE_BY_SIDE_MS = 2_000;

/**
 * As a release is brought out: of each service an instance of the earlier release stands beside today's, then today's is told to end, the earlier one
 * has all of the work, and today's comes again; for a while both write what the other reads.
 */
export const releasesSideBySide: Fault = {
  name: 'rolling restart beside the earlier release',
  targets: ['all services'],
  on: 'everything',
  lastsMs: [1_000, 2_000],
  isLong: true,
  prepare: async () => {
    await buildEarlierRelease();
  },
  async inject(house) {
    const top = await buildEarlierRelease();
    let replaced = 0;
    for (const service of services) {
      const earlier = await SecondInstance.start(house, service, { top });
      try {
        await rest(SIDE_BY_SIDE_MS);
        const pid = await house.pidOf(service);
        signal(pid, 'SIGTERM');
        await untilReplaced(house, service, pid);
        await rest(SIDE_BY_SIDE_MS);
        replaced += 1;
      } finally {
        await earlier.stop();
      }
    }
    return { times: () => replaced, heal: () => Promise.resolve() };
  },
};
