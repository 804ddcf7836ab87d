import type { LedgerDay } from '@motcua/calendar';
import { describeMinutes } from './describe-limit.ts';
import type { LedgerRow } from './ledger-row.ts';
import { toDateText } from './wall-text.ts';

const reasons: Record<LedgerDay['reason'], string> = {
  'working-day': 'working day',
  'make-up-day': 'make-up working day · làm bù',
  weekend: 'weekly rest day · ngày nghỉ hằng tuần',
  'day-off': 'day off · nghỉ',
  'start-day': 'the day the clock starts is not counted',
};

export function describeDay(day: LedgerDay): LedgerRow {
  const words = [day.name === null || day.name === '' ? reasons[day.reason] : `${reasons[day.reason]}: ${day.name}`];
  if (day.minutes !== null && day.counted)
    words.push(`${describeMinutes(day.minutes)}${day.towards === 'pause' ? ' of the pause’s credit' : ''}`);
  if (!day.confirmed) words.push(day.forecast === null ? 'not confirmed' : `not confirmed (forecast: ${day.forecast})`);
  const mark = day.counted ? (day.ordinal === null ? '+' : `+${day.ordinal}`) : '–';
  return { when: toDateText(day.date), mark, what: words.join(', '), quiet: !day.counted };
}
