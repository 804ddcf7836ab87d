import { describe, expect, it } from '@jest/globals';
import { chooseLead } from './choose-lead.ts';

const classes = ['service killed', 'poison', 'disk full'];
const line = (...struck: readonly (readonly [name: string, struck: number])[]) => ({
  faults: struck.map(([name, times]) => ({ name, target: 'x', struck: times })),
});

describe('chooseLead', () => {
  it('begins with the first class', () => {
    expect(chooseLead([], classes)).toBe('service killed');
  });

  it('has the class lead that struck in the fewest schedules, also as the second fault, however often it struck there', () => {
    expect(chooseLead([line(['service killed', 1], ['poison', 3])], classes)).toBe('disk full');
    expect(chooseLead([line(['service killed', 1], ['disk full', 9]), line(['poison', 3])], classes)).toBe('service killed');
    expect(chooseLead([line(['service killed', 1]), line(['poison', 3]), line(['service killed', 1])], classes)).toBe(
      'disk full',
    );
  });

  it('goes on to others where one misses again and again', () => {
    const missed = [line(['disk full', 0]), line(['disk full', 0]), line(['disk full', 0])];
    expect(chooseLead([...missed, line(['service killed', 1]), line(['poison', 3])], classes)).toBe('service killed');
  });

  it('brings every class to five within five rounds', () => {
    const known: ReturnType<typeof line>[] = [];
    for (let round = 0; round < 15; round += 1) known.push(line([chooseLead(known, classes), 1]));
    const led = known.map(({ faults }) => faults[0]?.name);
    expect(classes.map((name) => led.filter((one) => one === name).length)).toEqual([5, 5, 5]);
  });
});
