export type { CalendarDocument, DayOff, Weekday, WorkingDay, WrittenPeriod } from './calendar-document.ts';
export type { DueRequest, DueResult, Extension, GivenDue, Limit, Pause, PauseRule } from './due/due-request.ts';
export { isAtSameDayCutOff } from './due/count-limit.ts';
export { addPauses, dueMoment } from './due/due-moment.ts';
export { toMinute, type Instant } from './instant.ts';
export { fromDayNumber, toDayNumber, type LocalDate } from './local-date.ts';
export { CalendarBook } from './parse/calendar-book.ts';
export { parseCalendar, type ParsedCalendar } from './parse/parse-calendar.ts';
export type { CalendarRefusal } from './refusal.ts';
export {
  isOfficeMoment,
  isWorkingTime,
  lastDayOpening,
  nearestOfficeMoments,
  nextDayOpening,
  nextWorkingMinute,
  reaches,
  workingDaysBefore,
  workingMinutesBefore,
  workingMinutesBetween,
  type WorkingCalendar,
} from './working-calendar.ts';
export { fromLocalTime, offsetMinutesAt, startOfLocalDay, toLocalDate } from './zone/local-time.ts';
export { addPausesWithLedger, dueMomentWithLedger, type ExplainedDue } from './ledger/due-moment-with-ledger.ts';
export type { DayReason, LedgerDay, LedgerEntry, LedgerPause, LedgerStart } from './ledger/ledger-entry.ts';
export type { PauseOutcome } from './due/trace.ts';
export { vietnamCalendar } from './vietnam/vietnam-calendar.ts';
