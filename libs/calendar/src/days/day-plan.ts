import { weekdayIndex } from '../local-date.ts';

/** `[open, close)` in minutes after local midnight; a close may be 1440. */
export interface Period {
  readonly open: number;
  readonly close: number;
}

export interface SpecialDay {
  readonly name: string;
  readonly periods: readonly Period[];
}

/** A parsed calendar: what each local date offers. Days are numbers since 1970-01-01. */
export interface DayPlan {
  readonly week: readonly (readonly Period[])[];
  readonly daysOff: ReadonlyMap<number, string>;
  readonly workingDays: ReadonlyMap<number, SpecialDay>;
  readonly confirmedThrough: number;
  readonly cutOffSeconds: number;
}

const none: readonly Period[] = [];

export function basePeriodsOn(plan: DayPlan, day: number): readonly Period[] {
  return plan.week[weekdayIndex(day)] ?? none;
}

/** The working periods of a date: `workingDays` beats `daysOff` beats `week`; beyond `confirmedThrough` the base week alone counts. */
export function periodsOn(plan: DayPlan, day: number): readonly Period[] {
  if (day > plan.confirmedThrough) return basePeriodsOn(plan, day);
  const working = plan.workingDays.get(day);
  if (working !== undefined) return working.periods;
  return plan.daysOff.has(day) ? none : basePeriodsOn(plan, day);
}
