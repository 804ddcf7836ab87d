import type { LedgerEntry, LedgerStart } from '@motcua/calendar';
import { describeDay } from './describe-day.ts';
import { describeMinutes } from './describe-limit.ts';
import { describePause } from './describe-pause.ts';
import type { LedgerRow } from './ledger-row.ts';
import { toDateText, toMomentText } from './wall-text.ts';

const moves: Record<NonNullable<LedgerStart['moved']>, string> = {
  'before-opening': 'before opening',
  'between-periods': 'between two working periods',
  'after-closing': 'after closing',
  'day-off': 'on a day without work',
};
const starts: Record<LedgerStart['because'], string> = {
  receipt: 'received · tiếp nhận',
  restart: 'the limit is counted afresh · tính lại từ đầu',
  'same-day-pause': 'the same day is counted afresh from the end of the pause',
};

/** A ledger entry as rows of the table people read. */
export function describeEntry(entry: LedgerEntry, timeZone: string): readonly LedgerRow[] {
  const moment = (at: number): string => toMomentText(timeZone, at);
  switch (entry.kind) {
    case 'started':
      return describeStart(entry, moment);
    case 'day':
      return [describeDay(entry)];
    case 'pause':
      return describePause(entry, moment);
    case 'cut-off':
      return [
        { when: moment(entry.at), mark: '→', what: `at the same-day cut-off ${entry.cutOff} or later: the next working day` },
      ];
    case 'forwarded':
      return [{ when: moment(entry.from), mark: '→', what: `not working time on that day: forward to ${moment(entry.to)}` }];
    case 'rolled':
      return [
        {
          when: toDateText(entry.from),
          mark: '→',
          what: `a day without work: rolled forward to ${toDateText(entry.to)}, last close`,
        },
      ];
    case 'extension':
      return [{ when: entry.at === null ? '' : moment(entry.at), mark: '↷', what: describeExtension(entry, moment) }];
    case 'unconfirmed':
      return [
        {
          when: toDateText(entry.from),
          mark: '!',
          what: `not confirmed beyond ${entry.confirmedThrough}: the base week counts from here`,
        },
      ];
    case 'due':
      return entry.at === null ? [] : [{ when: moment(entry.at), mark: '■', what: 'due · hẹn trả' }];
  }
}

function describeStart(entry: LedgerStart, moment: (at: number) => string): readonly LedgerRow[] {
  const rows: LedgerRow[] = [{ when: moment(entry.from), mark: '▶', what: starts[entry.because] }];
  if (entry.moved !== null)
    rows.push({ when: moment(entry.at), mark: '▶', what: `the clock starts: ${moves[entry.moved]}, so the next working minute` });
  if (entry.limit.unit === 'working-hour')
    rows.push({ when: '', mark: '', what: `${describeMinutes(entry.limit.amount * 60)} of working time to count` });
  return rows;
}

function describeExtension(entry: Extract<LedgerEntry, { kind: 'extension' }>, moment: (at: number) => string): string {
  const effect =
    entry.dueAfter > entry.dueBefore
      ? `due ${moment(entry.dueBefore)} → ${moment(entry.dueAfter)}`
      : 'not later than the due: nothing moves';
  return `extended to ${moment(entry.newDue)} · gia hạn; ${effect}`;
}
