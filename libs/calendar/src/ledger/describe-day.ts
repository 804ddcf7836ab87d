import { basePeriodsOn, periodsOn, type DayPlan } from '../days/day-plan.ts';
import type { DayReason } from './ledger-entry.ts';

export interface DayFacts {
  readonly working: boolean;
  readonly reason: DayReason;
  readonly name: string | null;
  readonly confirmed: boolean;
  readonly forecast: string | null;
}

/** Why a date is a working day or not, by name. */
export function describeDay(plan: DayPlan, day: number): DayFacts {
  const working = periodsOn(plan, day).length > 0;
  const special = plan.workingDays.get(day)?.name ?? plan.daysOff.get(day) ?? null;
  if (day > plan.confirmedThrough) {
    return { working, reason: working ? 'working-day' : 'weekend', name: null, confirmed: false, forecast: special };
  }
  return { working, reason: reasonOf(plan, day, working), name: special, confirmed: true, forecast: null };
}

function reasonOf(plan: DayPlan, day: number, working: boolean): DayReason {
  const inBaseWeek = basePeriodsOn(plan, day).length > 0;
  if (working) return inBaseWeek && !plan.daysOff.has(day) ? 'working-day' : 'make-up-day';
  return plan.workingDays.has(day) || plan.daysOff.has(day) ? 'day-off' : 'weekend';
}
