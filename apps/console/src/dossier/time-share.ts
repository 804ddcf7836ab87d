import type { ListedDossier } from '@motcua/contracts';

const minutesOf = { 'working-day': 480, 'working-hour': 60 } as const;

/**
 * The share of the limit that is left, for a bar. A limit in calendar days is looked at by the calendar.
 *
 * @param minutes working minutes left
 * @returns 0 to 1; undefined where no limit is known
 */
export function toShareLeft(
  { limit, receivedAt, currentDue }: Pick<ListedDossier, 'limit' | 'receivedAt' | 'currentDue'>,
  minutes: number,
  now: number,
): number | undefined {
  if (limit === null) return undefined;
  if (limit.unit !== 'calendar-day') return clamp(minutes / (Math.max(1, limit.amount) * minutesOf[limit.unit]));
  if (receivedAt === null || currentDue === null) return undefined;
  const [start, end] = [Date.parse(receivedAt), Date.parse(currentDue)];
  return end <= start ? undefined : clamp((end - now) / (end - start));
}

const clamp = (share: number): number => Math.min(1, Math.max(0, share));
