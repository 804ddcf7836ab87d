import { describe, expect, it } from '@jest/globals';
import { runCampaign } from './campaign/run-campaign.ts';
import type { ScheduleResult } from './evidence/schedule-result.ts';

/** Short ones of four kinds: a service is killed, a server is killed, connections are cut, records come again. `motcua drill` runs the rest. */
const seeds = [1, 5, 12, 15];

describe('the short campaign', () => {
  it('breaks no promise', async () => {
    const left = [...seeds];
    const results: ScheduleResult[] = [];
    await runCampaign({ next: () => left.shift(), onResult: (result) => void results.push(result) });
    const broken = results.flatMap(({ seed, violations }) => violations.map((violation) => ({ seed, ...violation })));
    expect(broken).toEqual([]);
    // A fault that missed proves nothing, and nor do people who do nothing.
    expect(results.flatMap(({ faults }) => faults).filter(({ struck }) => struck === 0)).toEqual([]);
    expect(results.map(({ commands }) => commands > 10)).toEqual(seeds.map(() => true));
  }, 600_000);
});
