import type { Limit } from '@motcua/calendar';

const units = { 'working-day': 'ngày làm việc', 'working-hour': 'giờ làm việc', 'calendar-day': 'ngày' } as const;

/** `03 ngày làm việc`; same day: `trong ngày làm việc`. Numbers below ten with two digits, as offices write them. */
export const toLimitWords = ({ amount, unit }: Limit): string =>
  amount === 0 ? 'trong ngày làm việc' : `${String(amount).padStart(2, '0')} ${units[unit]}`;
