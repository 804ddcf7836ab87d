import { arm, type Recovery } from '../arming/arm.ts';
import { foldDue } from '../arming/fold-due.ts';
import type { ArmedClock } from '../armed-clock.ts';
import { toTargets } from '../targets/to-targets.ts';
import type { Surroundings } from '../surroundings.ts';
import type { SlaClock, SlaDossier } from '../vocabulary.ts';

/** An event as the timer learns of it. */
export interface Learnt {
  readonly name: string;
  readonly occurredAt: number;
  readonly learntAt: number;
  readonly dossier: SlaDossier;
  readonly surroundings: Surroundings;
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

export type Clocks = ReadonlyMap<SlaClock, ArmedClock>;

/** The timer as it is meant to be: learns events, ticks at moments, fires the highest rung reached, and takes away what it told. */
export class Timer {
  clocks = new Map<SlaClock, ArmedClock>();
  readonly fired: Fired[] = [];
  readonly recovered: Recovered[] = [];

  learn({ name, occurredAt, learntAt, dossier, surroundings }: Learnt): this {
    const event = { name, occurredAt };
    const before: Clocks = this.clocks;
    this.clocks = new Map(before);
    for (const target of toTargets(dossier, before, event, surroundings)) {
      const { clock, recovered } = arm(before.get(target.clock), target, event, surroundings);
      this.clocks.set(target.clock, clock);
      if (recovered !== null) this.recovered.push({ clock: target.clock, by: recovered.by, at: learntAt });
    }
    return this;
  }

  tick(now: number): this {
    for (const [name, clock] of this.clocks) {
      const due = foldDue(clock.schedule, now);
      if (due === undefined) continue;
      const isLapsed = clock.lateFrom === null && (clock.due ?? Infinity) <= now;
      if (!isLapsed) this.fired.push({ clock: name, generation: clock.generation, rung: due.rung, folded: due.folded, at: now });
      const breachedAt = due.kind === 'before' ? clock.breachedAt : clock.lateFrom;
      this.clocks.set(name, { ...clock, schedule: due.rest, breachedAt });
    }
    return this;
  }

  get(clock: SlaClock): ArmedClock {
    const armed = this.clocks.get(clock);
    if (armed === undefined) throw new Error(`There is no clock ${clock}.`);
    return armed;
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
