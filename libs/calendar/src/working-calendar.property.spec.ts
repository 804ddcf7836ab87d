import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { minuteShowing, wallAt } from './testing/brute-clock.ts';
import { BruteForce } from './testing/brute-force.ts';
import { calendars, requests } from './testing/due.arbitraries.ts';
import { getCalendar } from './testing/vietnam-time.ts';
import { workingDaysBefore, workingMinutesBefore } from './working-calendar.ts';

const numRuns = Number(process.env['MOTCUA_PROPERTY_RUNS'] ?? 100);
const moments = requests.map(({ receivedAt }) => receivedAt);

describe('counting back from a moment, against a brute force that walks every minute', () => {
  it('finds the latest working minute with so much working time before it', () => {
    fc.assert(
      fc.property(calendars, moments, fc.integer({ min: 1, max: 2000 }), (document, moment, minutes) => {
        const oracle = new BruteForce(document);
        let minute = Math.floor(moment / 60_000);
        for (let left = minutes; left > 0;) {
          minute -= 1;
          if (oracle.works(minute)) left -= 1;
        }
        expect(workingMinutesBefore(getCalendar(document), moment, minutes)).toBe(minute * 60_000);
      }),
      { numRuns },
    );
  });

  it('finds the n-th working day before, at the same clock time or the next working minute', () => {
    fc.assert(
      fc.property(calendars, moments, fc.integer({ min: 1, max: 6 }), (document, moment, days) => {
        const oracle = new BruteForce(document);
        const wall = wallAt(document.timeZone, Math.floor(moment / 60_000));
        let day = Math.floor(wall / 1440);
        for (let left = days; left > 0;) {
          day -= 1;
          const [start, end] = [day, day + 1].map((date) => minuteShowing(document.timeZone, date * 1440)) as [number, number];
          for (let minute = start; minute < end; minute += 1) {
            if (!oracle.works(minute)) continue;
            left -= 1;
            break;
          }
        }
        let minute = minuteShowing(document.timeZone, day * 1440 + (((wall % 1440) + 1440) % 1440));
        while (!oracle.works(minute)) minute += 1;
        expect(workingDaysBefore(getCalendar(document), moment, days)).toBe(minute * 60_000);
      }),
      { numRuns },
    );
  });
});
