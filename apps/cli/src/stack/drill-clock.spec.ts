import { describe, expect, it } from '@jest/globals';
import { parseDrillClock, requireOwnDatabase } from './drill-clock.ts';

describe('--clock', () => {
  it('is a moment with its offset', () => {
    expect(parseDrillClock('2016-01-12T16:00:00-05:00').toISOString()).toBe('2016-01-12T21:00:00.000Z');
    for (const text of ['2016-01-12', '2016-01-12T16:00', 'soon']) expect(() => parseDrillClock(text)).toThrow('offset');
  });

  it('is refused where the database is given', () => {
    const clock = new Date();
    expect(() => {
      requireOwnDatabase({ clock }, { DATABASE_URL: 'postgres://somebody' });
    }).toThrow('not ours');
    requireOwnDatabase({ clock }, {});
    requireOwnDatabase({}, { DATABASE_URL: 'postgres://somebody' });
  });
});
