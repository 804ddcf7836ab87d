import type { Limit } from '@motcua/calendar';

const words = {
  'working-day': ['working day', 'ngày làm việc'],
  'working-hour': ['working hour', 'giờ làm việc'],
  'calendar-day': ['calendar day', 'ngày'],
} as const;

/** `2 working days · 2 ngày làm việc`. */
export function describeLimit({ amount, unit }: Limit): string {
  if (amount === 0) return 'same day · trong ngày';
  const [english, vietnamese] = words[unit];
  return `${amount} ${english}${amount === 1 ? '' : 's'} · ${amount} ${vietnamese}`;
}

/** `1 h 30 min`. */
export function describeMinutes(minutes: number): string {
  const whole = Math.floor(minutes / 60);
  const rest = Math.round((minutes - whole * 60) * 100) / 100;
  if (whole === 0) return `${rest} min`;
  return rest === 0 ? `${whole} h` : `${whole} h ${rest} min`;
}
