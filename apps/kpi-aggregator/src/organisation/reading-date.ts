import { toLocalDate } from '@motcua/calendar';
import type { OrganisationReading } from '@motcua/contracts';

/** The day whose units are asked for, in Viet Nam; null: those that owned the dossiers, whenever that was. */
export function toReadingDate(reading: OrganisationReading, now: number): string | null {
  if (reading === 'as-was') return null;
  return reading === 'as-is' ? toToday(now) : reading;
}

/** The day that it is, in Viet Nam. */
export const toToday = (now: number): string => toLocalDate('Asia/Ho_Chi_Minh', now);
