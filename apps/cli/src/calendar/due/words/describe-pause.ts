import type { LedgerPause } from '@motcua/calendar';
import { describeMinutes } from './describe-limit.ts';
import type { LedgerRow } from './ledger-row.ts';

/** A pause and what it did: one row for the pause, one for its effect. */
export function describePause(pause: LedgerPause, moment: (at: number) => string): readonly LedgerRow[] {
  const reasons = pause.reasons.length === 0 ? '' : ` (${pause.reasons.join(', ')})`;
  const span = pause.to === null ? 'a pause begins and is still open' : `a pause until ${moment(pause.to)}`;
  const effect = describeEffect(pause, moment);
  return [
    {
      when: moment(pause.from),
      mark: '⏸',
      what: `${span} · tạm dừng, rule ${pause.rule}${reasons}`,
      quiet: pause.countedFrom === null,
    },
    { when: '', mark: '', what: effect, quiet: pause.countedFrom === null },
  ];
}

function describeEffect(pause: LedgerPause, moment: (at: number) => string): string {
  switch (pause.outcome) {
    case 'before-start':
      return 'does not count: it ended before the clock started';
    case 'after-due':
      return `does not count: it began at or after the due ${moment(pause.dueBefore)}`;
    case 'open':
      return `no due moment while it is open; the due before it was ${moment(pause.dueBefore)}`;
    case 'restarted':
      return `the limit restarts from its end; the due ${moment(pause.dueBefore)} is gone`;
    case 'credited':
      return `${describeCredit(pause)}; ${describeChange(pause, moment)}`;
  }
}

function describeCredit({ credit }: LedgerPause): string {
  if (credit === null) return 'credit: a new start at its end';
  if ('calendarDays' in credit) return `credit: ${credit.calendarDays} calendar day${credit.calendarDays === 1 ? '' : 's'}`;
  return `credit: ${describeMinutes(credit.workingMinutes)} of working time`;
}

function describeChange({ dueBefore, dueAfter }: LedgerPause, moment: (at: number) => string): string {
  return dueAfter === null || dueAfter === dueBefore
    ? `due unchanged, ${moment(dueBefore)}`
    : `due ${moment(dueBefore)} → ${moment(dueAfter)}`;
}
