import { createBenchFixture } from './bench-fixture.ts';
import type { TimerFigures } from './figures.ts';
import { runDelayedJobs } from './run-delayed-jobs.ts';
import { runTimers } from './run-timers.ts';

export interface TimersBenchOptions {
  /** A role that may create databases and roles. */
  readonly databaseUrl: string;
  readonly redisUrl: string;
  /** Clocks that wait, the herd among them. */
  readonly timers: number;
  readonly herd: number;
  readonly onProgress?: (message: string) => void;
}

export interface TimersBenchResult {
  readonly bench: 'timers';
  readonly timers: number;
  readonly herd: number;
  readonly runs: Readonly<Record<'baseline' | 'ours', TimerFigures>>;
  /** Ours over the baseline's: bytes are better where lower, speeds where higher; 0 where something was lost or fired twice. */
  readonly ratios: Readonly<Record<'bytes' | 'schedule' | 'reschedule' | 'drain', number>>;
  readonly exact: boolean;
}

/** The baseline keeps a part of the timers: all of them would fill the memory of a small machine. Its cost a timer stays the same. */
const BASELINE_SHARE = 20;
const BASELINE_LEAST = 10_000;

/** Our timers against BullMQ's delayed jobs on Redis, in one call. */
export async function runTimersBench({
  databaseUrl,
  redisUrl,
  timers,
  herd,
  onProgress = () => undefined,
}: TimersBenchOptions): Promise<TimersBenchResult> {
  const part = (whole: number): number => Math.min(whole, Math.max(BASELINE_LEAST, Math.round(whole / BASELINE_SHARE)));
  const clocks = part(timers);
  const baseline = await runDelayedJobs({ redisUrl, clocks, herd: Math.min(part(herd), Math.floor(clocks / 2)) }, onProgress);
  const fixture = await createBenchFixture(databaseUrl);
  try {
    // An hour at which a herd is due: a Monday's 08:00 in Viet Nam.
    const herdAt = Date.parse('2026-03-02T08:00:00+07:00');
    const { exact, ...ours } = await runTimers(fixture, { clocks: timers, herd, herdAt }, onProgress);
    const score = (of: 'bytes' | 'schedule' | 'reschedule' | 'drain'): number =>
      exact ? Number((ours[of] / baseline[of]).toFixed(3)) : 0;
    const ratios = { bytes: score('bytes'), schedule: score('schedule'), reschedule: score('reschedule'), drain: score('drain') };
    return { bench: 'timers', timers, herd, runs: { baseline, ours }, ratios, exact };
  } finally {
    await fixture.close();
  }
}
