import { describe, expect, it } from '@jest/globals';
import { at } from '../testing/clock-scenario.ts';
import { coalesceDue } from './coalesce-due.ts';

const schedule = [
  { rung: 'four-fifths', at: at('2026-03-06 15:00') },
  { rung: 'one-day-before', at: at('2026-03-06 15:00') },
  { rung: 'breach', at: at('2026-03-09 15:01') },
];

describe('folding', () => {
  it('fires nothing before the first escalation step is reached', () => {
    expect(coalesceDue(schedule, at('2026-03-06 15:00') - 1)).toBeUndefined();
    expect(coalesceDue(schedule.slice(0, 0), at('2026-03-06 15:00'))).toBeUndefined();
  });

  it('fires the higher of two at the same moment', () => {
    expect(coalesceDue(schedule, at('2026-03-06 15:00'))).toEqual({
      ...schedule[1],
      folded: ['four-fifths'],
      rest: [schedule[2]],
    });
  });

  it('after a long stop fires the highest alone, with the lower ones it stands in for, lowest first', () => {
    expect(coalesceDue(schedule, at('2026-03-10 08:00'))).toEqual({
      ...schedule[2],
      folded: ['four-fifths', 'one-day-before'],
      rest: [],
    });
  });
});
