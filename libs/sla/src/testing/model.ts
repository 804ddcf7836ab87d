import type { SlaClock } from '../vocabulary.ts';
import { noStory, follow, type Runs } from './model-runs.ts';
import type { Fired, Learnt, Recovered } from './play.ts';
import type { WalkedTime } from './walked-time.ts';

/**
 * What should be fired, evaluated minute by minute: each escalation step of each generation is asked at every minute whether it is reached, and what
 * is reached waits for the next look. Shares nothing with the library but types.
 */
interface Reached {
  readonly rung: string;
  readonly minute: number;
  readonly height: number;
}
interface Generation {
  readonly number: number;
  readonly runs: Runs;
  readonly scheduledAt: number;
  waiting: Reached[];
  /** The due minute of the breach that was fired and still holds. */
  alerted: number | null;
}

const escalationStepsOf: Record<SlaClock, readonly string[]> = {
  acceptance: ['four-fifths', 'breach', 'one-day-after'],
  transfer: ['four-fifths', 'breach', 'one-day-after'],
  step: ['four-fifths', 'breach', 'one-day-after'],
  dossier: ['half', 'four-fifths', 'one-day-before', 'four-hours-before', 'breach', 'one-day-after', 'three-days-after'],
  apology: ['four-hours-before'],
  promise: ['four-hours-before', 'breach', 'one-day-after'],
};
const heights = ['half', 'four-fifths', 'one-day-before', 'four-hours-before', 'breach', 'one-day-after', 'three-days-after'];

export function expectAlerts(
  history: readonly Learnt[],
  ticks: readonly number[],
  timeOf: (event: Learnt) => WalkedTime,
): { fired: Fired[]; recovered: Recovered[] } {
  const fired: Fired[] = [];
  const recovered: Recovered[] = [];
  const clocks = new Map<SlaClock, Generation>();
  const story = noStory();
  const looks = [...ticks].sort((left, right) => left - right);
  let next = 0;
  for (const event of history) {
    for (; next < looks.length && (looks[next] ?? 0) < event.learntAt; next += 1) look(looks[next] ?? 0);
    const time = timeOf(event);
    for (const [clock, runs] of follow(story, event, time)) learn(clock, runs, event, time);
  }
  for (; next < looks.length; next += 1) look(looks[next] ?? 0);
  return { fired, recovered };

  function look(now: number): void {
    for (const [clock, generation] of clocks) {
      const due = generation.waiting.filter(({ minute }) => minute * 60_000 <= now);
      const highest = due.at(-1);
      if (highest === undefined) continue;
      generation.waiting = generation.waiting.filter(({ minute }) => minute * 60_000 > now);
      // The last moment of a lawful apology has passed: there is nothing left to do in time.
      if (!generation.runs.canBreach && (generation.runs.due ?? Infinity) * 60_000 <= now) continue;
      const coalesced = due.slice(0, -1).map(({ rung: escalation }) => escalation);
      fired.push({ clock, generation: generation.number, rung: highest.rung, folded: coalesced, at: now });
      if (highest.height >= heights.indexOf('breach')) generation.alerted = generation.runs.due;
    }
  }

  function learn(clock: SlaClock, runs: Runs, event: Learnt, time: WalkedTime): void {
    const before = clocks.get(clock);
    if (before !== undefined && isSame(before, runs, event)) return;
    const policy = runs.state === 'running' ? climb(clock, runs, time) : [];
    const scheduledAt = Math.max(before?.scheduledAt ?? 0, event.occurredAt);
    const alerted = before?.alerted ?? null;
    const isSameWork = before?.runs.step === runs.step && runs.state === 'running';
    const lateMinute = (runs.due ?? NaN) + 1;
    const holds = alerted !== null && isSameWork && (lateMinute * 60_000 <= scheduledAt || lateMinute <= alerted + 1);
    if (alerted !== null && !holds) {
      const isDone = runs.state === 'closed' || before?.runs.step !== runs.step;
      recovered.push({ clock, by: isDone ? 'closed' : 're-dated', at: event.learntAt });
    }
    const waiting = policy.filter(({ rung: escalation, minute }) =>
      escalation === 'breach' ? !holds : minute * 60_000 > scheduledAt,
    );
    clocks.set(clock, { number: (before?.number ?? 0) + 1, runs, scheduledAt, waiting, alerted: holds ? alerted : null });
  }
}

/** A re-dating moves the escalation steps of what runs, wherever the due moment is. */
const isSame = (before: Generation, runs: Runs, event: Learnt): boolean =>
  JSON.stringify(before.runs) === JSON.stringify(runs) && !(event.name === 'redated' && runs.state === 'running');

/** Looks at every minute from the start on, and notes of each escalation step the first at which it is reached. */
function climb(clock: SlaClock, runs: Runs, time: WalkedTime): Reached[] {
  const due = runs.due ?? NaN;
  const reached: Reached[] = [];
  let start = time.firstFrom(Math.floor(runs.start / 60_000));
  const dayBefore = time.sameClock(due, -1);
  const dueStart = time.firstFrom(due);
  const after = { 'one-day-after': time.sameClock(dueStart, 1), 'three-days-after': time.sameClock(dueStart, 3) };
  let left = time.count(Math.min(start, due), due);
  const isReached = (escalation: string, minute: number): boolean => {
    switch (escalation) {
      case 'half':
        return (runs.total - left) * 2 >= runs.total;
      case 'four-fifths':
        return (runs.total - left) * 5 >= runs.total * 4;
      case 'one-day-before':
        return minute >= dayBefore;
      case 'four-hours-before':
        return left <= 240;
      case 'breach':
        return runs.canBreach && minute > due;
      case 'one-day-after':
        return minute >= after['one-day-after'];
      default:
        return minute >= after['three-days-after'];
    }
  };
  const warns = (escalation: string): boolean => heights.indexOf(escalation) < heights.indexOf('breach');
  const open = new Set(escalationStepsOf[clock]);
  // What is reached when working time begins was never ahead.
  for (const escalation of [...open]) if (warns(escalation) && isReached(escalation, start)) open.delete(escalation);
  if (due < start) start = due;
  for (let minute = start; minute <= after['three-days-after']; minute += 1) {
    for (const escalation of [...open]) {
      if (warns(escalation) ? !time.works(minute) || minute >= due : minute < due) continue;
      if (!isReached(escalation, minute)) continue;
      open.delete(escalation);
      reached.push({ rung: escalation, minute, height: heights.indexOf(escalation) });
    }
    if (time.works(minute)) left -= 1;
  }
  return reached.sort((a, b) => a.minute - b.minute || a.height - b.height);
}
