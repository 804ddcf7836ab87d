import type { Check, Mutant } from '../mutant.ts';

/** What clocks run to, and which warnings they still owe. */
const clock = (spec: string): Check => ({ project: 'libs/sla', kind: 'unit', spec });

export const clocks: readonly Mutant[] = [
  {
    name: 'generation-stays',
    bug: 'a clock that is set anew keeps its generation',
    invariant: 'each generation of a deadline is warned of on its own',
    file: 'libs/sla/src/scheduling/schedule-clock.ts',
    from: 'generation: (previous?.generation ?? 0) + 1,',
    to: 'generation: previous?.generation ?? 1,',
    check: clock('schedule-clock.spec'),
  },
  {
    name: 'past-is-warned-of',
    bug: 'a new generation warns of moments that lay before it',
    invariant: 'nobody is warned twice',
    file: 'libs/sla/src/scheduling/to-schedule.ts',
    from: "(kind === 'breach' ? !isBreachAlerted : at > scheduledAt)",
    to: "(kind === 'breach' ? !isBreachAlerted : true)",
    check: clock('schedule-clock.spec'),
  },
  {
    name: 'breach-told-again',
    bug: 'a breach that was told of is told of again by the next generation',
    invariant: 'each breach is told of once',
    file: 'libs/sla/src/scheduling/to-schedule.ts',
    from: "kind === 'breach' ? !isBreachAlerted",
    to: "kind === 'breach' ? true",
    check: clock('clocks.property'),
  },
  {
    name: 'late-a-minute-early',
    bug: 'the due minute itself is late',
    invariant: '10:00:30 is in time for 10:00',
    file: 'libs/sla/src/targets/late-from.ts',
    from: 'due + 60_000',
    to: 'due',
    check: clock('src/'),
  },
  {
    name: 'lower-step-fires-too',
    bug: 'after an outage every step that was missed is sent',
    invariant: 'the highest step that was reached stands for the lower ones',
    file: 'libs/sla/src/scheduling/coalesce-due.ts',
    from: 'rest: schedule.slice(count),',
    to: 'rest: schedule.slice(1),',
    check: clock('coalesce-due.spec'),
  },
  {
    name: 'excuse-before-truth',
    bug: 'what was ended in time and learnt late counts as late work',
    invariant: 'nobody answers for the delay of a line',
    file: 'libs/sla/src/overdue/find-sync-lag.ts',
    from: 'endedAt >= lateFrom || endRecordedAt < lateFrom',
    to: 'endedAt >= lateFrom || endRecordedAt >= lateFrom',
    check: clock('classify-overdue.spec'),
  },
];
