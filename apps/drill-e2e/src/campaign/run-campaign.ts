import { once } from 'node:events';
import type { ScheduleResult } from '../evidence/schedule-result.ts';
import type { Schedule } from '../schedule/draw-schedule.ts';
import { runSchedule } from './run-schedule.ts';
import { StandingStack } from './standing-stack.ts';

export interface Campaign {
  /** The next one, as long as there is to be one more. */
  readonly next: () => Schedule | undefined;
  readonly onResult: (result: ScheduleResult) => void | Promise<void>;
  /** Ends it in the middle of a schedule, of which nothing is told; the stack is taken down. */
  readonly signal?: AbortSignal;
}

/** Schedule after schedule on one stack; one that has broken a promise is replaced by a new one, so that nothing is found twice. */
export async function runCampaign({ next, onResult, signal }: Campaign): Promise<void> {
  const aborted = signal === undefined ? undefined : once(signal, 'abort').then(() => undefined);
  let standing: StandingStack | undefined;
  try {
    for (let schedule = next(); schedule !== undefined && signal?.aborted !== true; schedule = next()) {
      standing ??= await StandingStack.open();
      const result = await firstOf(runSchedule(standing, schedule), aborted);
      if (result === undefined) return;
      await onResult(result);
      // What came late has come: the stack is whole.
      if (result.violations.every(({ promise }) => promise === 'takeover')) continue;
      await standing.close();
      standing = undefined;
    }
  } finally {
    await standing?.close();
  }
}

/** Whatever becomes of a schedule that nobody waits for any more is no news. */
function firstOf<T>(schedule: Promise<T>, aborted: Promise<undefined> | undefined): Promise<T | undefined> {
  if (aborted === undefined) return schedule;
  schedule.catch(() => undefined);
  return Promise.race([schedule, aborted]);
}
