import { describe, expect, it } from '@jest/globals';
import { holdsOn, readReferenceData } from './reference-data.ts';

const { ruleSets } = await readReferenceData();
const DAY_MS = 86_400_000;
const toDate = (at: number): string => new Date(at).toISOString().slice(0, 10);

describe('the rule sets that come with the product', () => {
  it('are one on every day, on both sides of each change', () => {
    for (const { validFrom } of ruleSets) {
      const day = Date.parse(validFrom);
      for (const date of [toDate(day - DAY_MS), validFrom, toDate(day + DAY_MS)].filter((one) => one >= '1900-01-01')) {
        expect([date, ruleSets.filter((ruleSet) => holdsOn(date, ruleSet)).length]).toEqual([date, 1]);
      }
    }
    expect(ruleSets.filter(({ validTo }) => validTo === null)).toHaveLength(1);
  });

  it.each([
    ['2018-06-20', 'before-nd-61', false],
    ['2018-06-21', 'nd-61-2018', false],
    ['2021-12-05', 'nd-61-2018', false],
    ['2021-12-06', 'nd-61-2018', true],
    ['2025-06-30', 'nd-61-2018', true],
    ['2025-07-01', 'nd-118-2025', true],
  ] as const)('on %s (%s): one re-appointment, a day before the due, from Decree 107/2021 on: %s', (date, code, isLimited) => {
    const [ruleSet] = ruleSets.filter((one) => holdsOn(date, one));
    expect(ruleSet?.code).toBe(code);
    const limited = { maxExtensions: 1, extensionNoticeHours: 24 };
    if (isLimited) expect(ruleSet).toMatchObject(limited);
    else expect(ruleSet).toMatchObject({ maxExtensions: 99, extensionNoticeHours: 0 });
    // Nothing lapses where an appointment may be moved until it is due.
    expect(ruleSet?.clocks?.some(({ clock }) => clock === 'apology')).toBe(isLimited);
  });
});
