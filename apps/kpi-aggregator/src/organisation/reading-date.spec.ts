import { describe, expect, it } from '@jest/globals';
import { BoardParameters } from '../http/queries.ts';
import { toReadingDate } from './reading-date.ts';

const asked = (organisation?: string) => {
  const query = { unit: 'xa-thanh-ba', from: '2022-01-01', to: '2022-10-31' };
  return BoardParameters.safeParse(organisation === undefined ? query : { ...query, organisation });
};
/** 23:30 on 30/6 in UTC: the day of the reform has begun in Viet Nam. */
const now = Date.parse('2025-06-30T23:30:00Z');

describe('under which organisation figures are read', () => {
  it('is as they were unless told, as they are today in Viet Nam, or as they were on a day', () => {
    expect(asked().data?.organisation).toBe('as-was');
    expect(toReadingDate('as-was', now)).toBeNull();
    expect(toReadingDate('as-is', now)).toBe('2025-07-01');
    expect(toReadingDate('2024-01-01', now)).toBe('2024-01-01');
  });

  it('is nothing else', () => {
    expect(asked('as-is').success).toBe(true);
    expect(asked('2025-07-01').success).toBe(true);
    expect([asked('today').success, asked('2025-02-30').success]).toEqual([false, false]);
  });
});
