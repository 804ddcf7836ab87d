import { vietnamCalendar } from '@motcua/calendar';
import type { CalendarDocument } from '@motcua/contracts';

const { daysOff, workingDays } = vietnamCalendar;

/** The calendar as it stood before 25/12/2025, when Friday 2/1/2026 was swapped with Saturday 10/1. */
export const beforeSwap = {
  ...vietnamCalendar,
  version: 7,
  daysOff: daysOff.filter(({ date }) => date !== '2026-01-02'),
  workingDays: workingDays.filter(({ date }) => date !== '2026-01-10'),
} as unknown as CalendarDocument;

/** As it stands since. */
export const afterSwap = { ...vietnamCalendar, version: 8 } as unknown as CalendarDocument;
