import { nextWorkingMinute, workingMinutesBetween, type Instant, type WorkingCalendar } from '@motcua/calendar';

const MINUTE_MS = 60_000;

/** Working time as a number line: place 0 is the first working minute, each working minute one step. */
export interface WorkingClock {
  /** The working minute at that place. Throws RangeError beyond the clock's end. */
  at(place: number): Instant;
  /** The place of a moment; outside working time that of the next working minute. */
  placeOf(at: Instant): number;
}

/** Lays out all working minutes of `[from, to)`. */
export function createWorkingClock(calendar: WorkingCalendar, from: Instant, to: Instant): WorkingClock {
  const minutes: Instant[] = [];
  for (let at = nextWorkingMinute(calendar, from); at < to; at = nextWorkingMinute(calendar, at + MINUTE_MS)) minutes.push(at);
  return {
    at(place) {
      const minute = minutes[place];
      if (minute === undefined) throw new RangeError('That lies beyond the end of the scenario.');
      return minute;
    },
    placeOf: (at) => workingMinutesBetween(calendar, from, at),
  };
}
