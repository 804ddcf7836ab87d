import { fromDayNumber, startOfLocalDay, toDayNumber } from '@motcua/calendar';
import type { Random } from '../../invention/random.ts';
import type { WorkingClock } from './working-clock.ts';

interface ArrivalDay {
  readonly firstPlace: number;
  readonly minutes: number;
  readonly weight: number;
}

export interface ArrivalPeriod {
  readonly timeZone: string;
  /** Local dates, inclusive. */
  readonly from: string;
  readonly to: string;
}

/** Monday to Sunday: the week's end is when people come, and Monday brings what waited. */
const weekdayWeights = [1.15, 1, 0.95, 0.95, 1.4, 0.9, 0.5];
/** January to December: quiet around Tết, busy before the school year. */
const monthWeights = [0.9, 0.85, 1.05, 1, 1.05, 1.15, 1.1, 1.25, 1, 1, 1, 1];
/** By hour of the day: mornings are full, the last half hour before lunch and before closing is not. */
const hourWeights: Readonly<Record<number, number>> = {
  7: 0.8,
  8: 1.5,
  9: 1.6,
  10: 1.1,
  11: 0.6,
  13: 0.9,
  14: 1.4,
  15: 1.1,
  16: 0.6,
};
const HIGHEST_HOUR_WEIGHT = 1.6;

/** Draws places of the working clock at which dossiers are received, busy days and hours more often than quiet ones. */
export function createArrivals(clock: WorkingClock, { timeZone, from, to }: ArrivalPeriod): (random: Random) => number {
  const days = listWorkingDays(clock, { timeZone, from, to });
  const utcOffset = startOfLocalDay(timeZone, from) % 86_400_000;
  const weightAt = (place: number): number => hourWeights[Math.floor(((clock.at(place) - utcOffset) / 3_600_000) % 24)] ?? 0.5;
  return (random) => {
    const { firstPlace, minutes } = random.pickWeighted(days, ({ weight }) => weight);
    for (;;) {
      const place = firstPlace + random.between(0, minutes - 1);
      if (random.next() * HIGHEST_HOUR_WEIGHT < weightAt(place)) return place;
    }
  };
}

function listWorkingDays(clock: WorkingClock, { timeZone, from, to }: ArrivalPeriod): ArrivalDay[] {
  const days: ArrivalDay[] = [];
  for (let day = toDayNumber(from); day <= toDayNumber(to); day += 1) {
    const firstPlace = clock.placeOf(startOfLocalDay(timeZone, fromDayNumber(day)));
    const minutes = clock.placeOf(startOfLocalDay(timeZone, fromDayNumber(day + 1))) - firstPlace;
    const weekday = (day + 3) % 7;
    const month = Number(fromDayNumber(day).slice(5, 7));
    if (minutes > 0) days.push({ firstPlace, minutes, weight: (weekdayWeights[weekday] ?? 1) * (monthWeights[month - 1] ?? 1) });
  }
  return days;
}
