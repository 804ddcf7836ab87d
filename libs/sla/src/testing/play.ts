import type { Recovery } from '../scheduling/recovery.ts';
import { restoreClocks } from '../scheduling/restore-clock.ts';
import { scheduleClock } from '../scheduling/schedule-clock.ts';
import { coalesceDue } from '../scheduling/coalesce-due.ts';
import type { ScheduledClock } from '../scheduled-clock.ts';
import { toTargets } from '../targets/to-targets.ts';
import type { ClockContext } from '../clock-context.ts';
import type { SlaClock, SlaDossier } from '../vocabulary.ts';

/** An event as the timer learns of it. */
export interface Learnt {
  readonly name: string;
  readonly occurredAt: number;
  readonly learntAt: number;
  readonly dossier: SlaDossier;
  readonly clockContext: ClockContext;
}

export interface Fired {
  readonly clock: SlaClock;
  readonly generation: number;
  readonly rung: string;
  readonly folded: readonly string[];
  readonly at: number;
}
export interface Recovered {
  readonly clock: SlaClock;
  readonly by: Recovery['by'];
  readonly at: number;
}

export type Clocks = ReadonlyMap<SlaClock, ScheduledClock>;

/** The timer as it is meant to be: learns events, ticks at moments, fires the highest escalation step reached, and takes away what it fired. */
export class Timer {
  clocks = new Map<SlaClock, ScheduledClock>();
  readonly fired: Fired[] = [];
  readonly recovered: Recovered[] = [];

  learn({ name, occurredAt, learntAt, dossier, clockContext }: Learnt): this {
    const event = { name, occurredAt };
    const before: Clocks = this.clocks;
    this.clocks = new Map(before);
    for (const target of toTargets(dossier, before, event, clockContext)) {
      const { clock, recovered } = scheduleClock(before.get(target.clock), target, event, clockContext);
      this.clocks.set(target.clock, clock);
      if (recovered !== null) this.recovered.push({ clock: target.clock, by: recovered.by, at: learntAt });
    }
    return this;
  }

  /** Learns that an event was taken back, before which the clocks were these. */
  takeBack(before: Clocks, { occurredAt, learntAt, clockContext }: Omit<Learnt, 'name' | 'dossier'>): this {
    for (const { clock, recovered } of restoreClocks(this.clocks, before, { name: 'reverted', occurredAt }, clockContext)) {
      this.clocks.set(clock.clock, clock);
      if (recovered !== null) this.recovered.push({ clock: clock.clock, by: recovered.by, at: learntAt });
    }
    return this;
  }

  tick(now: number): this {
    for (const [name, clock] of this.clocks) {
      const due = coalesceDue(clock.schedule, now);
      if (due === undefined) continue;
      const isLapsed = clock.lateFrom === null && (clock.due ?? Infinity) <= now;
      if (!isLapsed) this.fired.push({ clock: name, generation: clock.generation, rung: due.rung, folded: due.folded, at: now });
      const breachedAt = due.kind === 'before' ? clock.breachedAt : clock.lateFrom;
      this.clocks.set(name, { ...clock, schedule: due.rest, breachedAt });
    }
    return this;
  }

  get(clock: SlaClock): ScheduledClock {
    const scheduled = this.clocks.get(clock);
    if (scheduled === undefined) throw new Error(`There is no clock ${clock}.`);
    return scheduled;
  }
}

/** Events and ticks in the order of their moments; of equal moments the event comes first. */
export function play(history: readonly Learnt[], ticks: readonly number[]): Timer {
  const timer = new Timer();
  const steps = [
    ...history.map((event) => ({ at: event.learntAt, run: () => timer.learn(event) })),
    ...ticks.map((at) => ({ at, run: () => timer.tick(at) })),
  ];
  for (const { run } of steps.sort((left, right) => left.at - right.at)) run();
  return timer;
}
