import { describe, expect, it } from '@jest/globals';
import type { ScheduleResult } from './schedule-result.ts';
import { toTable } from './to-table.ts';

const kept: ScheduleResult = {
  seed: 1,
  led: 'server killed',
  at: '2026-11-30T00:00:00.000Z',
  faults: [{ name: 'server killed', target: 'kafka', struck: 1 }],
  commands: 20,
  catchUpMs: 1_240,
  repeatedMails: 1,
  violations: [],
};

describe('the table of the campaign', () => {
  it('counts a fault where it was seen to strike, with the slowest to catch up', () => {
    const missed = { ...kept, seed: 2, faults: [{ name: 'poison', target: 'sla.events.v1', struck: 0 }] };
    const slower = { ...kept, seed: 3, catchUpMs: 9_000 };
    const lines = toTable([kept, missed, slower], ['server killed', 'poison']).split('\n');
    expect(lines[0]).toContain('3 schedules, 60 acknowledged commands, 2 faults that struck, 3 mails again');
    expect(lines.slice(-2)).toEqual(['| server killed | 2 | 2 | none | 9.0 s | – |', '| poison | 0 | 0 | none | – | – |']);
  });

  it('says by which schedule which promise was broken', () => {
    const broken = { ...kept, seed: 7, catchUpMs: null, violations: [{ promise: 'lost' as const, what: 'd1' }] };
    const table = toTable([kept, broken], ['server killed']);
    expect(table).toContain('| server killed | 2 | 2 | nothing acknowledged is lost (seed 7) | never | – |');
    expect(table).toContain('1 schedules with a violation');
  });

  it('says what is held since the last repair, apart from what was broken before it', () => {
    const broken = { ...kept, seed: 2, violations: [{ promise: 'lost' as const, what: 'd1' }] };
    const poisoned = { name: 'poison', target: 'sla.events.v1', struck: 4 };
    const since = { ...kept, seed: 3, at: '2026-12-02T00:00:00.000Z' };
    const repairs = [
      { at: '2026-11-29T00:00:00.000Z', seeds: [1], what: 'the first' },
      { at: '2026-12-01T08:00:00.000Z', seeds: [2], what: 'the second' },
    ];
    const results = [broken, since, { ...since, seed: 4, faults: [...since.faults, poisoned] }];
    const [said] = toTable(results, ['poison'], repairs).split('\n');
    expect(said).toContain('1 schedules with a violation. Of these 2 since the last repair (2026-12-01: the second), ');
    expect(said).toContain('1 with two or three faults at once, 0 with a violation.');
  });
});
