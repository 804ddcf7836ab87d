import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { wallAt } from '../testing/brute-clock.ts';
import { findZone } from './find-zone.ts';
import { fromLocalTime, startOfLocalDay, toLocalDate } from './local-time.ts';

const HOUR = 3_600_000;
const iso = (at: number): string => new Date(at).toISOString();

describe('local time', () => {
  it('is UTC+7 in Vietnam, and was UTC+8 until June 1975', () => {
    expect(toLocalDate('Asia/Ho_Chi_Minh', Date.parse('2026-03-02T16:59:59Z'))).toBe('2026-03-02');
    expect(toLocalDate('Asia/Ho_Chi_Minh', Date.parse('2026-03-02T17:00:00Z'))).toBe('2026-03-03');
    expect(iso(startOfLocalDay('Asia/Ho_Chi_Minh', '2026-03-03'))).toBe('2026-03-02T17:00:00.000Z');
    expect(iso(startOfLocalDay('Asia/Ho_Chi_Minh', '1975-06-01'))).toBe('1975-05-31T16:00:00.000Z');
  });

  it('moves a skipped time forward by what was skipped', () => {
    expect(iso(fromLocalTime('America/New_York', '2025-03-09', 2.5 * HOUR))).toBe('2025-03-09T07:30:00.000Z');
    expect(iso(fromLocalTime('America/New_York', '2025-03-09', 3.5 * HOUR))).toBe('2025-03-09T07:30:00.000Z');
  });

  it('takes the first pass of a repeated hour', () => {
    expect(iso(fromLocalTime('America/New_York', '2025-11-02', 1.5 * HOUR))).toBe('2025-11-02T05:30:00.000Z');
    expect(iso(fromLocalTime('America/New_York', '2025-11-02', 2 * HOUR))).toBe('2025-11-02T07:00:00.000Z');
  });

  it('begins a day whose midnight is skipped when the clocks have jumped', () => {
    expect(iso(startOfLocalDay('America/Santiago', '2025-09-07'))).toBe('2025-09-07T04:00:00.000Z');
    expect(toLocalDate('America/Santiago', Date.parse('2025-09-07T03:59:59Z'))).toBe('2025-09-06');
  });

  it('keeps seconds', () => {
    expect(iso(fromLocalTime('Asia/Kolkata', '2026-03-02', 10 * HOUR + 1_234))).toBe('2026-03-02T04:30:01.234Z');
  });

  it('has no moment for a date that is none, and no zone for a name that is none', () => {
    expect(startOfLocalDay('Asia/Ho_Chi_Minh', '2026-02-30')).toBeNaN();
    expect(findZone('Asia/Thanh_Ba')).toBeUndefined();
    expect(() => toLocalDate('Asia/Thanh_Ba', 0)).toThrow(RangeError);
  });

  it('shows what Intl shows, minute for minute', () => {
    const zones = [
      'America/New_York',
      'Europe/Amsterdam',
      'Australia/Lord_Howe',
      'Asia/Kathmandu',
      'Africa/Casablanca',
      'Asia/Ho_Chi_Minh',
    ];
    const minutes = fc.integer({ min: Date.UTC(1971, 0) / 60_000, max: Date.UTC(2040, 0) / 60_000 });
    fc.assert(
      fc.property(fc.constantFrom(...zones), minutes, (name, minute) => findZone(name)?.toWall(minute) === wallAt(name, minute)),
      { numRuns: 2000 },
    );
  });
});
