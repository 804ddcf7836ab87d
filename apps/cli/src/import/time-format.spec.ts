import { describe, expect, it } from '@jest/globals';
import { createMomentReader, findTimeFormatProblem } from './time-format.ts';

const readBoston = createMomentReader('MM/DD/YYYY hh:mm:ss AM', 'America/New_York');
const iso = (at: number | undefined): string | undefined => (at === undefined ? undefined : new Date(at).toISOString());

describe('a time format', () => {
  it('reads local time of the zone, in winter and in summer', () => {
    expect(iso(readBoston('01/01/2015 01:45:37 AM'))).toBe('2015-01-01T06:45:37.000Z');
    expect(iso(readBoston('07/04/2015 12:00:00 PM'))).toBe('2015-07-04T16:00:00.000Z');
    expect(iso(readBoston('07/04/2015 12:00:00 AM'))).toBe('2015-07-04T04:00:00.000Z');
  });

  it('counts the first pass of an hour that occurs twice', () => {
    expect(iso(readBoston('11/01/2015 01:30:00 AM'))).toBe('2015-11-01T05:30:00.000Z');
    expect(iso(readBoston('11/01/2015 02:00:00 AM'))).toBe('2015-11-01T07:00:00.000Z');
  });

  it('moves a skipped time forward', () => {
    expect(iso(readBoston('03/08/2015 02:30:00 AM'))).toBe('2015-03-08T07:30:00.000Z');
  });

  it('knows what is no moment', () => {
    for (const text of [
      '',
      '13/01/2015 01:00:00 AM',
      '02/30/2015 01:00:00 AM',
      '01/01/2015 13:00:00 PM',
      '01/01/2015 01:60:00 AM',
      '2015-01-01',
    ]) {
      expect([text, readBoston(text)]).toEqual([text, undefined]);
    }
  });

  it('takes ISO 8601 with an offset, to the millisecond, and no other', () => {
    const read = createMomentReader('iso', 'Europe/Amsterdam');

    expect(iso(read('2011-10-11 13:42:22.688000+02:00'))).toBe('2011-10-11T11:42:22.688Z');
    expect(iso(read('2011-10-11T13:42:22Z'))).toBe('2011-10-11T13:42:22.000Z');
    expect(read('2011-10-11T13:42:22')).toBeUndefined();
  });

  it('reads 24-hour clocks and dates alone', () => {
    expect(iso(createMomentReader('DD.MM.YYYY HH:mm', 'Asia/Ho_Chi_Minh')('31.12.2022 23:05'))).toBe('2022-12-31T16:05:00.000Z');
    expect(iso(createMomentReader('YYYY-MM-DD', 'Asia/Ho_Chi_Minh')('2022-12-31'))).toBe('2022-12-30T17:00:00.000Z');
  });

  it('is refused where it says too little or contradicts itself', () => {
    expect(findTimeFormatProblem('MM/DD/YYYY hh:mm:ss AM')).toBeUndefined();
    expect(findTimeFormatProblem('hh:mm AM')).toContain('YYYY');
    expect(findTimeFormatProblem('YYYY-MM-DD hh:mm')).toContain('AM');
    expect(findTimeFormatProblem('YYYY-MM-DD HH:mm AM')).toContain('HH');
    expect(findTimeFormatProblem('YYYY-MM-DD YYYY')).toContain('twice');
  });
});
