import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { dueMoment } from '../due/due-moment.ts';
import type { DueRequest } from '../due/due-request.ts';
import { calendars, requests } from '../testing/due.arbitraries.ts';
import { at, calendarDays, getCalendar, paused, sameDay, toText, workingDays, workingHours } from '../testing/vietnam-time.ts';
import { vietnamCalendar } from '../vietnam/vietnam-calendar.ts';
import { addPausesWithLedger, dueMomentWithLedger } from './due-moment-with-ledger.ts';
import type { LedgerEntry } from './ledger-entry.ts';

const calendar = getCalendar(vietnamCalendar);
const ledgerOf = (request: Omit<DueRequest, 'receivedAt'> & { received: string }): readonly LedgerEntry[] =>
  dueMomentWithLedger(calendar, { ...request, receivedAt: at(request.received) }).ledger;

/** A day as one line: date, what it did, why. */
function daysOf(ledger: readonly LedgerEntry[]): readonly string[] {
  return ledger.flatMap((entry) => {
    if (entry.kind !== 'day') return [];
    const did =
      entry.minutes === null ? (entry.ordinal === null ? String(entry.counted) : `#${entry.ordinal}`) : `${entry.minutes} min`;
    return [[entry.date, entry.towards, did, entry.reason, entry.name].filter((part) => part !== null).join(' ')];
  });
}

describe('the ledger', () => {
  it('names each day counted or skipped, holiday, swap and make-up day', () => {
    expect(daysOf(ledgerOf({ received: '2026-08-21 10:00', limit: workingDays(7) }))).toEqual([
      '2026-08-21 limit false start-day',
      '2026-08-22 limit #1 make-up-day Làm bù cho ngày 31/08/2026',
      '2026-08-23 limit false weekend',
      '2026-08-24 limit #2 working-day',
      '2026-08-25 limit #3 working-day',
      '2026-08-26 limit #4 working-day',
      '2026-08-27 limit #5 working-day',
      '2026-08-28 limit #6 working-day',
      '2026-08-29 limit false weekend',
      '2026-08-30 limit false weekend',
      '2026-08-31 limit false day-off Nghỉ hoán đổi, làm bù ngày 22/08/2026',
      '2026-09-01 limit false day-off Quốc khánh (ngày liền kề)',
      '2026-09-02 limit false day-off Quốc khánh',
      '2026-09-03 limit #7 working-day',
    ]);
  });

  it('gives the minutes of each day for working hours, and why the start was moved', () => {
    const ledger = ledgerOf({ received: '2026-03-06 12:00', limit: workingHours(4) });
    expect(ledger[0]).toMatchObject({ kind: 'started', moved: 'between-periods', at: at('2026-03-06 13:30') });
    expect(daysOf(ledger)).toEqual([
      '2026-03-06 limit 210 min working-day',
      '2026-03-07 limit 0 min weekend',
      '2026-03-08 limit 0 min weekend',
      '2026-03-09 limit 30 min working-day',
    ]);
    expect(ledger.at(-1)).toEqual({ kind: 'due', at: at('2026-03-09 08:00') });
  });

  it.each([
    ['2026-03-02 07:00', 'before-opening'],
    ['2026-03-02 17:00', 'after-closing'],
    ['2026-03-08 10:00', 'day-off'],
    ['2026-03-02 10:00', null],
  ])('says why a receipt at %s was moved', (received, moved) => {
    expect(ledgerOf({ received, limit: sameDay })[0]).toMatchObject({ moved });
  });

  it('tells a roll', () => {
    const ledger = ledgerOf({ received: '2026-03-05 10:00', limit: calendarDays(2) });
    expect(ledger).toContainEqual({ kind: 'rolled', from: '2026-03-07', to: '2026-03-09' });
    expect(daysOf(ledger).slice(-3)).toEqual([
      '2026-03-07 roll false weekend',
      '2026-03-08 roll false weekend',
      '2026-03-09 roll true working-day',
    ]);
  });

  it('tells the same-day cut-off', () => {
    expect(ledgerOf({ received: '2026-03-02 15:00', limit: sameDay })).toContainEqual({
      kind: 'cut-off',
      at: at('2026-03-02 15:00'),
      cutOff: '15:00',
    });
  });

  it('tells that a clock time ran on, on a half-day', () => {
    const halfDays = getCalendar({ ...vietnamCalendar, week: { ...vietnamCalendar.week, sat: [['07:30', '11:30']] } });
    const { ledger } = dueMomentWithLedger(halfDays, { receivedAt: at('2026-03-06 15:00'), limit: workingDays(1) });
    expect(ledger).toContainEqual({ kind: 'forwarded', from: at('2026-03-07 15:00'), to: at('2026-03-09 07:30') });
  });

  it('gives each pause its credit and what it did to the due', () => {
    const pause = { ...paused('2026-03-02 14:00', '2026-03-03 14:00'), reason: 'supplement' };
    const ledger = ledgerOf({ received: '2026-03-02 10:00', limit: workingDays(2), pauses: [pause] });
    expect(ledger).toContainEqual({
      kind: 'pause',
      from: at('2026-03-02 14:00'),
      to: at('2026-03-03 14:00'),
      rule: 'subtract',
      reasons: ['supplement'],
      outcome: 'credited',
      countedFrom: at('2026-03-02 14:00'),
      credit: { workingMinutes: 450 },
      dueBefore: at('2026-03-04 10:00'),
      dueAfter: at('2026-03-05 10:00'),
    });
    expect(daysOf(ledger).slice(-2)).toEqual(['2026-03-04 pause 300 min working-day', '2026-03-05 pause 150 min working-day']);
  });

  it('names the pauses that did not count, and the open one that did', () => {
    const pauses = [
      paused('2026-03-02 08:00', '2026-03-02 09:00'),
      paused('2026-03-02 10:30'),
      paused('2026-03-03 12:00', '2026-03-03 13:00'),
    ];
    const outcomes = (given: typeof pauses): readonly string[] =>
      ledgerOf({ received: '2026-03-02 10:00', limit: workingHours(1), pauses: given }).flatMap((entry) =>
        entry.kind === 'pause' ? [entry.outcome] : [],
      );
    expect(outcomes([...pauses.slice(0, 1), ...pauses.slice(2)])).toEqual(['before-start', 'after-due']);
    expect(outcomes(pauses)).toEqual(['before-start', 'open']);
  });

  it('starts a second count after a restart', () => {
    const ledger = ledgerOf({
      received: '2026-03-02 10:00',
      limit: workingDays(1),
      pauses: [paused('2026-03-03 08:00', '2026-03-04 09:00', 'restart')],
    });
    expect(ledger.flatMap((entry) => (entry.kind === 'started' ? [`${entry.because} ${toText(entry.at)}`] : []))).toEqual([
      'receipt 2026-03-02 10:00',
      'restart 2026-03-04 09:00',
    ]);
  });

  it('says where the calendar is no longer confirmed, and which forecast it did not use', () => {
    const ledger = ledgerOf({ received: '2026-12-30 10:00', limit: workingDays(2) });
    expect(ledger).toContainEqual({ kind: 'unconfirmed', from: '2027-01-01', confirmedThrough: '2026-12-31' });
    expect(ledger).toContainEqual(
      expect.objectContaining({ date: '2027-01-01', counted: true, confirmed: false, forecast: 'Tết Dương lịch' }),
    );
  });

  it('explains an extension and a given due', () => {
    const extensions = [{ newDue: at('2026-03-06 10:00'), at: at('2026-03-03 09:00') }];
    expect(ledgerOf({ received: '2026-03-02 10:00', limit: workingDays(2), extensions })).toContainEqual(
      expect.objectContaining({ kind: 'extension', dueBefore: at('2026-03-04 10:00'), dueAfter: at('2026-03-06 10:00') }),
    );
    const given = addPausesWithLedger(calendar, { due: at('2026-03-06 10:00') }, [
      paused('2026-03-05 14:00', '2026-03-05 15:00'),
    ]);
    expect(given.ledger.map(({ kind }) => kind)).toEqual(['pause', 'day', 'due']);
  });

  it('is empty where the request is refused', () => {
    expect(dueMomentWithLedger(calendar, { receivedAt: NaN, limit: sameDay }).ledger).toEqual([]);
  });

  it('never changes the answer, and its working days add up to the limit', () => {
    fc.assert(
      fc.property(calendars, requests, (document, request) => {
        const random = getCalendar(document);
        const { ledger, ...answer } = dueMomentWithLedger(random, request);
        expect(answer).toEqual(dueMoment(random, request));
        const towards = ledger.filter((entry) => entry.kind === 'day' && entry.towards === 'limit' && entry.counted);
        const starts = ledger.filter(({ kind }) => kind === 'started').length;
        if (request.limit.unit === 'working-day' && request.limit.amount > 0)
          expect(towards).toHaveLength(starts * request.limit.amount);
      }),
      { numRuns: 300 },
    );
  });
});
