import type { ScheduleResult } from '../evidence/schedule-result.ts';
import { runSchedule } from './run-schedule.ts';
import { StandingStack } from './standing-stack.ts';

export interface Campaign {
  /** The next seed, as long as there is to be one more schedule. */
  readonly next: () => number | undefined;
  readonly onResult: (result: ScheduleResult) => void | Promise<void>;
}

/** Schedule after schedule on one stack; one that has broken a promise is replaced by a new one, so that nothing is found twice. */
export async function runCampaign({ next, onResult }: Campaign): Promise<void> {
  let standing: StandingStack | undefined;
  try {
    for (let seed = next(); seed !== undefined; seed = next()) {
      standing ??= await StandingStack.open();
      const result = await runSchedule(standing, seed);
      await onResult(result);
      if (result.violations.length === 0) continue;
      await standing.close();
      standing = undefined;
    }
  } finally {
    await standing?.close();
  }
}
