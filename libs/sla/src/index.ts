export type {
  Cause,
  ClockRule,
  Instant,
  Limit,
  EscalationStep,
  EscalationMoment,
  SlaAudience,
  SlaClock,
  SlaDossier,
  SlaPause,
  Urgency,
} from './vocabulary.ts';
export type { ProcedureStep, ClockContext } from './clock-context.ts';
export type { ScheduledClock, ClockTarget, ScheduledEscalation } from './scheduled-clock.ts';
export { toTargets } from './targets/to-targets.ts';
export { scheduleClock, type Scheduling } from './scheduling/schedule-clock.ts';
export type { Recovery } from './scheduling/recovery.ts';
export { restoreClocks } from './scheduling/restore-clock.ts';
export { coalesceDue, type Coalesced } from './scheduling/coalesce-due.ts';
export { classifyOverdue } from './overdue/classify-overdue.ts';
export type { Explanation, OverdueCauseCode, OverdueContext, Touch, OverdueCause } from './overdue/overdue-context.ts';
