export type {
  Cause,
  ClockRule,
  Instant,
  Limit,
  Rung,
  RungMoment,
  SlaAudience,
  SlaClock,
  SlaDossier,
  SlaPause,
  Urgency,
} from './vocabulary.ts';
export type { ProcedureStep, Surroundings } from './surroundings.ts';
export type { ArmedClock, ClockTarget, ScheduledRung } from './armed-clock.ts';
export { toTargets } from './targets/to-targets.ts';
export { arm, type Arming, type Recovery } from './arming/arm.ts';
export { foldDue, type Folded } from './arming/fold-due.ts';
export { judgeOverdue } from './overdue/judge-overdue.ts';
export type { Explanation, OverdueCause, OverdueFacts, Touch, Verdict } from './overdue/overdue-facts.ts';
