import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { localDays, toDate } from './local-days.ts';

const zones = fc.constantFrom('Asia/Ho_Chi_Minh', 'America/New_York', 'Europe/Amsterdam', 'Asia/Kathmandu', 'UTC');
const moments = fc.integer({ min: Date.UTC(2015, 0, 1), max: Date.UTC(2030, 0, 1) });

describe('local days', () => {
  it('are the dates on the wall', () => {
    fc.assert(
      fc.property(zones, moments, (zone, at) => {
        expect(toDate(localDays.dayOf(zone, at))).toBe(new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(at));
      }),
    );
  });

  it('begin where they begin', () => {
    fc.assert(
      fc.property(zones, moments, (zone, at) => {
        const day = localDays.dayOf(zone, at);
        const start = localDays.startOf(zone, day);
        expect([localDays.dayOf(zone, start), localDays.dayOf(zone, start - 1)]).toEqual([day, day - 1]);
      }),
    );
  });
});
