import { describe, expect, it } from '@jest/globals';
import { runCampaign } from './campaign/run-campaign.ts';
import type { ScheduleResult } from './evidence/schedule-result.ts';
import { drawSchedule } from './schedule/draw-schedule.ts';

/** Short ones, that strike a service, both servers, the network and the log. `motcua drill` runs the rest. */
const schedules = [drawSchedule(2146, 'service killed'), drawSchedule(80, 'server killed'), drawSchedule(91, 'server restarted')];
/** What they are made of; where there is one more class of faults, other seeds make it. Of the duplicates' topic something has come by then. */
const classes = ['connections cut', 'duplicates', 'server killed', 'server restarted', 'service killed'];

describe('the short campaign', () => {
  it('breaks no promise', async () => {
    const left = [...schedules];
    const results: ScheduleResult[] = [];
    await runCampaign({ next: () => left.shift(), onResult: (result) => void results.push(result) });
    const broken = results.flatMap(({ seed, violations }) => violations.map((violation) => ({ seed, ...violation })));
    expect(broken).toEqual([]);
    // A fault that missed proves nothing, and nor do people who do nothing.
    const struck = results.flatMap(({ faults }) => faults).filter(({ struck: times }) => times > 0);
    expect([...new Set(struck.map(({ name }) => name))].sort()).toEqual(classes);
    expect(results.map(({ commands }) => commands > 10)).toEqual(schedules.map(() => true));
  }, 600_000);
});
