import { weekdays, type CalendarDocument } from '../calendar-document.ts';
import { DayTable } from '../days/day-table.ts';
import type { DayPlan, Period } from '../days/day-plan.ts';
import { refuse, type CalendarRefusal } from '../refusal.ts';
import type { WorkingCalendar } from '../working-calendar.ts';
import { findZone } from '../zone/find-zone.ts';
import type { Zone } from '../zone/zone.ts';
import { readClock, readDate } from './read-clock.ts';
import { readPeriods } from './read-periods.ts';
import { readDaysOff, readWorkingDays } from './read-special-days.ts';
import { readRecord, readText, UnreadableCalendar } from './reading.ts';

export type ParsedCalendar =
  { readonly ok: true; readonly calendar: WorkingCalendar } | { readonly ok: false; readonly error: CalendarRefusal };

/**
 * Reads a calendar document, whatever it comes from, and compiles it. Unknown fields are ignored; absent `daysOff` and
 * `workingDays` are none, an absent `sameDayCutOff` is 15:00, an absent `confirmedThrough` makes no claim (9999-12-31).
 * Codes: `calendar.document-invalid`, `.zone-unknown`, `.date-invalid`, `.time-invalid`, `.period-invalid`, `.periods-overlap`,
 * `.no-working-time`.
 */
export function parseCalendar(document: unknown): ParsedCalendar {
  try {
    return { ok: true, calendar: readCalendar(readRecord(document, 'The calendar')) };
  } catch (error) {
    if (error instanceof UnreadableCalendar) return refuse(error.code, error.message);
    throw error;
  }
}

function readCalendar(fields: Readonly<Record<string, unknown>>): WorkingCalendar {
  const id = readText(fields['id'], 'id');
  const version = readVersion(fields['version']);
  const zone = readZone(fields['timeZone']);
  const plan = readPlan(fields);
  // Checked field by field above: what is left of the document has the published shape.
  const document = { daysOff: [], workingDays: [], sameDayCutOff, confirmedThrough, ...fields } as unknown as CalendarDocument;
  return { id, version, timeZone: zone.name, document, plan, table: new DayTable(plan, zone) };
}

const sameDayCutOff = '15:00';
const confirmedThrough = '9999-12-31';

function readPlan(fields: Readonly<Record<string, unknown>>): DayPlan {
  const plan = {
    week: readWeek(readRecord(fields['week'], 'week')),
    daysOff: readDaysOff(fields['daysOff'] ?? []),
    workingDays: readWorkingDays(fields['workingDays'] ?? []),
    cutOffSeconds: readClock(fields['sameDayCutOff'] ?? sameDayCutOff, 'sameDayCutOff'),
    confirmedThrough: readDate(fields['confirmedThrough'] ?? confirmedThrough, 'confirmedThrough'),
  };
  const days = [...plan.week, ...[...plan.workingDays.values()].map(({ periods }) => periods)];
  if (days.every((periods) => periods.length === 0)) {
    throw new UnreadableCalendar(
      'calendar.no-working-time',
      'The calendar has no working time at all: give "week" at least one period.',
    );
  }
  return plan;
}

function readWeek(week: Readonly<Record<string, unknown>>): readonly (readonly Period[])[] {
  const unknown = Object.keys(week).find((day) => !(weekdays as readonly string[]).includes(day));
  if (unknown !== undefined) {
    throw new UnreadableCalendar(
      'calendar.document-invalid',
      `week has a day "${unknown}"; its days are ${weekdays.join(', ')}.`,
    );
  }
  return weekdays.map((weekday) => readPeriods(week[weekday] ?? [], `week.${weekday}`));
}

function readVersion(value: unknown): number {
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0) return value;
  throw new UnreadableCalendar('calendar.document-invalid', 'version must be a whole number.');
}

function readZone(value: unknown): Zone {
  const name = readText(value, 'timeZone');
  const zone = findZone(name);
  if (zone !== undefined) return zone;
  throw new UnreadableCalendar(
    'calendar.zone-unknown',
    `timeZone "${name}" is unknown; write an IANA name such as Asia/Ho_Chi_Minh.`,
  );
}
