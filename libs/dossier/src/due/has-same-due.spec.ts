import { describe, expect, it } from '@jest/globals';
import { parseCalendar, vietnamCalendar, type WorkingCalendar } from '@motcua/calendar';
import { given, received, type Moment } from '../testing/given.ts';
import { at } from '../testing/decision-context.ts';
import { hasSameDue } from './has-same-due.ts';

/** Received Tuesday 1 March 10:00 with three working days: due Friday the 4th. */
const offOn = (date: string): WorkingCalendar => {
  const daysOff = [...vietnamCalendar.daysOff, { date, name: 'Nghỉ hoán đổi' }];
  const parsed = parseCalendar({ ...vietnamCalendar, version: vietnamCalendar.version + 1, daysOff });
  if (!parsed.ok) throw new Error(parsed.error.message);
  return parsed.calendar;
};
const dossierOf = (...history: Moment[]) => {
  const { dossier } = given(...history);
  if (dossier.status === 'none') throw new Error('The dossier was received.');
  return dossier;
};
const requested: Moment = ['2022-03-02 10:00', { type: 'request-supplement', reasonCode: 'missing-copy' }];

describe('another version of the calendar', () => {
  it.each(['2022-02-28', '2022-03-05', '2022-03-07'])(
    'counts a dossier alike where a day off lies outside its span, on %s',
    (date) => {
      expect(hasSameDue(dossierOf(received), offOn(date))).toBe(true);
    },
  );

  it.each(['2022-03-02', '2022-03-03', '2022-03-04'])('does not where it lies within, on %s', (date) => {
    expect(hasSameDue(dossierOf(received), offOn(date))).toBe(false);
  });

  it('has nothing to move while a pause holds the due moments', () => {
    expect(hasSameDue(dossierOf(received, requested), offOn('2022-03-04'))).toBe(true);
  });

  it('does not count alike where only the due without extensions moves', () => {
    const extended: Moment = ['2022-03-02 10:00', { type: 'extend', reasonCode: 'busy', newDue: at('2022-03-11 10:00') }];
    expect(hasSameDue(dossierOf(received, extended), offOn('2022-03-03'))).toBe(false);
  });
});

describe('a decision with a newer version of the calendar', () => {
  const next = offOn('2022-03-10');
  const supplement = { type: 'receive-supplement' } as const;
  const goesBy = (version: number) => ({
    setting: { ruleSet: 'nd-61-2018', calendar: { id: 'vn', version }, timeZone: 'Asia/Ho_Chi_Minh' },
  });

  it('makes the dossier go by that version, and count by it', () => {
    const scenario = given(received, requested, ['2022-03-08 10:00', supplement, { calendar: next }]);
    scenario.is(goesBy(vietnamCalendar.version + 1));
    const { dossier } = scenario;
    expect(dossier.status === 'none' ? undefined : dossier.clock.currentDue).toBe(at('2022-03-14 10:00'));
  });

  it('leaves it at its own version where the decision counted with that', () => {
    given(received, requested).when('2022-03-08 10:00', supplement).gives(goesBy(vietnamCalendar.version));
  });
});
