import { describe, expect, it } from '@jest/globals';
import { isLocal, readMoment } from './read-moment.ts';

const read = (text: string): string | undefined => {
  const at = readMoment(text, 'Asia/Ho_Chi_Minh');
  return at === undefined ? undefined : new Date(at).toISOString();
};

describe('readMoment', () => {
  it.each([
    ['2026-03-02T10:00', '2026-03-02T03:00:00.000Z'],
    ['2026-03-02 10:00:30', '2026-03-02T03:00:30.000Z'],
    ['2026-03-02T10:00:30.25', '2026-03-02T03:00:30.250Z'],
    ['2026-03-02', '2026-03-01T17:00:00.000Z'],
    ['2026-03-02T10:00Z', '2026-03-02T10:00:00.000Z'],
    ['2026-03-02T10:00:00.000Z', '2026-03-02T10:00:00.000Z'],
    ['2026-03-02T10:00+07:00', '2026-03-02T03:00:00.000Z'],
    ['2026-03-02T10:00-0530', '2026-03-02T15:30:00.000Z'],
    ['2026-03-02T10:00+07', '2026-03-02T03:00:00.000Z'],
  ])('reads %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each([
    '',
    'yesterday',
    '2026-02-30T10:00',
    '2026-02-30T10:00Z',
    '2026-03-02T24:00',
    '2026-03-02T10:60',
    '2026-3-2',
    '1772420400000',
  ])('does not read "%s"', (text) => {
    expect(read(text)).toBeUndefined();
  });

  it('knows which texts leave the zone open', () => {
    expect([isLocal('2026-03-02T10:00'), isLocal('2026-03-02T10:00Z'), isLocal('2026-03-02T10:00+07:00')]).toEqual([
      true,
      false,
      false,
    ]);
  });
});
