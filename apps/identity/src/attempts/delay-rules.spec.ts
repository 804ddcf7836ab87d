import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { delayRules, toDelaySeconds } from './delay-rules.ts';

describe('the delay after failures', () => {
  it('is none for the first few, then doubles up to its bound', () => {
    const delays = Array.from({ length: 14 }, (_, failures) => toDelaySeconds(delayRules.place, failures));
    expect(delays).toEqual([0, 0, 0, 0, 0, 5, 10, 20, 40, 80, 160, 320, 640, 900]);
  });

  it('never falls, and never grows beyond its bound', () => {
    fc.assert(
      fc.property(fc.constantFrom(...Object.values(delayRules)), fc.nat(1_000_000), (rule, failures) => {
        const delay = toDelaySeconds(rule, failures);
        expect(delay).toBeLessThanOrEqual(toDelaySeconds(rule, failures + 1));
        expect(delay).toBeLessThanOrEqual(rule.longestSeconds);
      }),
    );
  });

  it.each([
    ['at one place', 'place', 110],
    ['from all the world', 'name', 125],
  ] as const)('leaves guessers of one name %s so many tries a day', (_where, rule, most) => {
    let [seconds, tries] = [0, 0];
    while (seconds < 86_400) seconds += toDelaySeconds(delayRules[rule], (tries += 1));
    expect(tries).toBeLessThanOrEqual(most);
  });
});
