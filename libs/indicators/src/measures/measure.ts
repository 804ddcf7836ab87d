import type { DueRule, ResponsibilityInterval, IntervalAttributes } from '../intervals/responsibility-interval.ts';

/**
 * A set of dossiers of a unit and a period, and so a number.
 * - `received`: received in the period · `finished`: ended in the period.
 * - `judged`: a due moment passed in the period, and there is an overdue cause of why.
 * - `open`: received and unfinished at a moment; with `overdueBy`, those of them that are overdue by that rule.
 * - `handover`: come by reassignment at the very midnight that begins a day, less those gone. A reform moves dossiers at midnight: at
 *   the end of the day before they are still the old unit's, and what the new day begins with is the new unit's. Only the level at
 *   a period's start adds it, for its first day.
 */
export interface Measure {
  readonly stage: 'received' | 'finished' | 'open' | 'judged' | 'handover';
  readonly overdueBy?: DueRule;
  /** Attributes the dossier must have, each equal to what is given. */
  readonly where: Readonly<Partial<IntervalAttributes>>;
}

/** Every set that is counted in the cells. The order is the order of a cell's columns. */
export const measures = {
  received: { stage: 'received', where: {} },
  receivedOnline: { stage: 'received', where: { channel: 'online' } },
  receivedOnlineFull: { stage: 'received', where: { channel: 'online', serviceLevel: 'full' } },
  receivedOnlinePartial: { stage: 'received', where: { channel: 'online', serviceLevel: 'partial' } },
  finished: { stage: 'finished', where: {} },
  finishedLate766: { stage: 'finished', where: { late766: true } },
  finishedLateOriginal: { stage: 'finished', where: { lateOriginal: true } },
  finishedLateCurrent: { stage: 'finished', where: { lateCurrent: true } },
  finishedEarlyDay: { stage: 'finished', where: { dayComparison: 'early' } },
  finishedSameDay: { stage: 'finished', where: { dayComparison: 'same-day' } },
  finishedLateDay: { stage: 'finished', where: { dayComparison: 'late' } },
  finishedNoDue: { stage: 'finished', where: { noDue: true } },
  open: { stage: 'open', where: {} },
  overdue766: { stage: 'open', overdueBy: 'set766', where: {} },
  overdueOriginal: { stage: 'open', overdueBy: 'original', where: {} },
  overdueCurrent: { stage: 'open', overdueBy: 'current', where: {} },
  overdueDate: { stage: 'open', overdueBy: 'date', where: {} },
  openNoDue: { stage: 'open', where: { noDue: true } },
  handedOver: { stage: 'handover', where: {} },
  judgedReal: { stage: 'judged', where: { cause: 'real' } },
  judgedSyncLag: { stage: 'judged', where: { cause: 'sync-lag' } },
  judgedLateClick: { stage: 'judged', where: { cause: 'late-click' } },
  judgedWaitingCitizen: { stage: 'judged', where: { cause: 'waiting-citizen' } },
  judgedConfiguration: { stage: 'judged', where: { cause: 'configuration' } },
  judgedCalendar: { stage: 'judged', where: { cause: 'calendar' } },
  finishedChecklist: { stage: 'finished', where: { hasChecklist: true } },
  finishedDigitized: { stage: 'finished', where: { hasChecklist: true, isDigitized: true } },
  finishedAsked: { stage: 'finished', where: { asksComponents: true } },
  finishedComplete: { stage: 'finished', where: { asksComponents: true, hasComponents: true } },
  finishedResultPrescribed: { stage: 'finished', where: { prescribesResult: true } },
  finishedWithResult: { stage: 'finished', where: { prescribesResult: true, hasResult: true } },
  finishedSignedResult: { stage: 'finished', where: { prescribesResult: true, hasSignedResult: true } },
  finishedReusing: { stage: 'finished', where: { asksComponents: true, reusesComponent: true } },
} as const satisfies Record<string, Measure>;

export type MeasureId = keyof typeof measures;
export const measureIds = Object.keys(measures) as readonly MeasureId[];

/** One number a measure. */
export type Measured = Readonly<Record<MeasureId, number>>;

/** Whether a responsibility interval has every attribute a measure asks for. */
export function hasAttributes(interval: IntervalAttributes, where: Measure['where']): boolean {
  for (const name in where) {
    if (interval[name as keyof IntervalAttributes] !== where[name as keyof IntervalAttributes]) return false;
  }
  return true;
}

/** The column that says from when a responsibility interval is overdue by a rule. */
export const breachColumns = {
  set766: 'breach766',
  original: 'breachOriginal',
  current: 'breachCurrent',
  date: 'breachDate',
} as const satisfies Record<DueRule, keyof ResponsibilityInterval>;
