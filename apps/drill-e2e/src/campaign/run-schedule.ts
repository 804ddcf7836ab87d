import { runMotcua } from '@motcua/testing/stack';
import { createRandom } from '@motcua/testing/random';
import { availableParallelism, loadavg } from 'node:os';
import { setTimeout as rest } from 'node:timers/promises';
import type { ScheduleResult } from '../evidence/schedule-result.ts';
import { judge } from '../oracle/judge.ts';
import type { Violation } from '../oracle/violation.ts';
import { AFTERWARDS_MS, type Schedule } from '../schedule/draw-schedule.ts';
import { Shift } from '../workload/shift.ts';
import { work } from '../workload/work.ts';
import type { StandingStack } from './standing-stack.ts';
import { runFaults } from './run-faults.ts';

/** When all is healed and people have finished, all has to be as it was promised within this time. */
const CATCH_UP_MS = 60_000;
const TAKEOVER_MS = 3_000;
/** Where more than this waits for each processor, a second says nothing about who takes over. It is told all the same. */
const BUSY_LOAD = 4;
const LOOK_AGAIN_MS = 500;
/** The exit code by which `motcua verify` says that it could compare nothing now. */
const NOT_COMPARABLE = 2;

/** People work while faults strike; when all is healed, what the stack shows is held against what the people know. */
export async function runSchedule(standing: StandingStack, schedule: Schedule): Promise<ScheduleResult> {
  const { seed } = schedule;
  const { house, officers, record, doors } = standing;
  for (const { fault } of schedule.faults) await fault.prepare?.(house);
  const [at, before] = [new Date(), record.commands];
  const shift = new Shift(officers, record, createRandom(seed + 1_000_000), at.getTime() + schedule.longestMs, doors);
  const striking = runFaults(standing, schedule).then((found) => {
    // What comes back has something to do.
    shift.endAt(Math.max(at.getTime() + schedule.workMs, Date.now() + AFTERWARDS_MS));
    return found;
  });
  const [{ faults, violations: unhealed }] = await Promise.all([striking, work(shift)]);
  const doneAt = Date.now();
  const found = await untilKept(standing, doneAt);
  const isLate = found.violations.length > 0;
  const repeated = found.violations.filter(({ promise }) => promise === 'mail');
  if (faults.some(({ name, target, struck }) => struck > 0 && mayLoseSender(name, target))) standing.noteSenderLost(doneAt);
  const mayRepeat = standing.mayRepeatMails(at.getTime());
  const kept = mayRepeat ? found.violations.filter((one) => !repeated.includes(one)) : found.violations;
  const load = Math.round((10 * (loadavg()[0] ?? 0)) / availableParallelism()) / 10;
  const violations = [...unhealed, ...kept, ...(load > BUSY_LOAD ? [] : findSlowTakeovers(faults))];
  standing.settle(found.violations);
  return {
    seed,
    led: schedule.led,
    at: at.toISOString(),
    faults,
    load,
    commands: record.commands - before,
    catchUpMs: isLate && kept.length > 0 ? null : found.atMs - doneAt,
    seen: found.seen,
    repeatedMails: mayRepeat ? repeated.length : 0,
    violations,
  };
}

const findSlowTakeovers = (faults: ScheduleResult['faults']): Violation[] =>
  faults.flatMap(({ target, takeoverMs = 0 }) =>
    takeoverMs <= TAKEOVER_MS ? [] : [{ promise: 'takeover', what: `${target} after ${takeoverMs} ms` }],
  );

/** A sender that dies, or loses its database, between a mail server's answer and the row that says so. */
const mayLoseSender = (name: string, target: string): boolean =>
  ['notification', 'postgres', 'all services'].includes(target) && name !== 'delayed connections';

/** Looks until nothing is missing any more, or until the time is up. What was found before, and told, is not told again. */
async function untilKept(standing: StandingStack, doneAt: number): Promise<Found> {
  for (;;) {
    const found = await lookOnce(standing);
    if (found.violations.every(mayHaveHappened) || Date.now() - doneAt > CATCH_UP_MS) return found;
    await rest(LOOK_AGAIN_MS);
  }
}

/** What is missing is waited for; a mail that came twice has come twice. */
const mayHaveHappened = ({ promise }: Violation): boolean => promise === 'mail';

interface Found {
  /** When all of it had been seen. */
  readonly atMs: number;
  readonly violations: readonly Violation[];
  readonly seen: ScheduleResult['seen'];
}

async function lookOnce(standing: StandingStack): Promise<Found> {
  try {
    const observed = await standing.observer.look(standing.record);
    const atMs = Date.now();
    const violations = standing.leaveOutSettled(judge(standing.record, observed));
    const { events, alerts, notices, mails } = observed;
    const seen = { events: events.length, alerts: alerts.length, notices: notices.length, mails: mails.length };
    const isKept = violations.every(mayHaveHappened);
    return { atMs, violations: isKept ? [...violations, ...(await verify(standing))] : violations, seen };
  } catch (error) {
    const what = error instanceof Error ? error.message : String(error);
    return { atMs: Date.now(), violations: [{ promise: 'caughtUp', what }], seen: undefined };
  }
}

async function verify({ house }: StandingStack): Promise<Violation[]> {
  const { code, stdout, stderr } = await runMotcua(house.stack.home, ['verify', '--json']);
  if (code === 0) return [];
  const said = `${stdout}${stderr}`.slice(0, 2_000);
  return [{ promise: 'verify', what: code === NOT_COMPARABLE ? `not comparable: ${said}` : said }];
}
