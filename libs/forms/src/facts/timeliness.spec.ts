import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { toTimeliness } from './hand-over.ts';

const toDate = (at: number): string => new Date(at + 7 * 3_600_000).toISOString().slice(0, 10);
const moment = fc.integer({ min: Date.parse('2026-11-16T00:00:00Z'), max: Date.parse('2026-11-20T00:00:00Z') });

describe('whether a unit was done in time', () => {
  it('equals a comparison of what stands on the clock', () => {
    // Written apart: compares what a person reads, the minute as text, and never the number.
    const read = (at: number): string => new Date(at + 7 * 3_600_000).toISOString().slice(0, 16);
    fc.assert(
      fc.property(moment, moment, (until, due) => {
        const [done, promised] = [read(until), read(due)];
        const expected = done > promised ? 'late' : done.slice(0, 10) === promised.slice(0, 10) ? 'on-time' : 'early';
        expect(toTimeliness({ until, due }, due, toDate)).toBe(expected);
      }),
    );
  });

  it('is not said of what is still there in time, and is late once the moment has passed', () => {
    const due = Date.parse('2026-11-17T03:00:00Z');
    expect(toTimeliness({ until: null, due }, due + 59_000, toDate)).toBeNull();
    expect(toTimeliness({ until: null, due }, due + 60_000, toDate)).toBe('late');
    expect(toTimeliness({ until: due, due: null }, due, toDate)).toBeNull();
  });
});
