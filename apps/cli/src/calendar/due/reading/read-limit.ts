import type { Limit } from '@motcua/calendar';
import { CliError } from '@motcua/terminal';

const units = { wd: 'working-day', wh: 'working-hour', d: 'calendar-day' } as const;

/** `2wd`, `4wh`, `15d` or `same-day`. Whether the amount makes sense is for the calendar to say. */
export function readLimit(text: string): Limit {
  if (text === 'same-day') return { amount: 0, unit: 'working-day' };
  const [, amount, unit] = /^(-?\d+(?:\.\d+)?)(wd|wh|d)$/.exec(text) ?? [];
  if (unit === 'wd' || unit === 'wh' || unit === 'd') return { amount: Number(amount), unit: units[unit] };
  throw new CliError({
    code: 'due.limit-unreadable',
    message: `"${text}" is no limit.`,
    hint: 'Write 2wd (working days), 4wh (working hours), 15d (calendar days) or same-day.',
    exitCode: 2,
  });
}
