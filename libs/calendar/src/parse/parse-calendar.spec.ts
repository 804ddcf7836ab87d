import { describe, expect, it } from '@jest/globals';
import { vietnamCalendar } from '../vietnam/vietnam-calendar.ts';
import { parseCalendar } from './parse-calendar.ts';

const codeOf = (document: unknown): string => {
  const parsed = parseCalendar(document);
  return parsed.ok ? 'ok' : parsed.error.code;
};
const withFields = (fields: object): unknown => ({ ...vietnamCalendar, ...fields });
const monday = (...periods: unknown[]): unknown => withFields({ week: { mon: periods } });

describe('parseCalendar', () => {
  it('takes the shipped calendar, also after a journey as JSON', () => {
    const parsed = parseCalendar(JSON.parse(JSON.stringify(vietnamCalendar)));
    expect(parsed).toMatchObject({
      ok: true,
      calendar: { id: 'vn', version: 1, timeZone: 'Asia/Ho_Chi_Minh', document: vietnamCalendar },
    });
  });

  it.each([
    ['a close at 24:00', monday(['00:00', '24:00'])],
    ['periods that touch', monday(['07:30', '11:30'], ['11:30', '17:00'])],
    ['periods in any order', monday(['13:30', '17:00'], ['07:30', '11:30'])],
    ['fields it does not know', withFields({ colour: 'blue' })],
    ['no days off, cut-off or confirmation', { id: 'a', version: 0, timeZone: 'UTC', week: { mon: [['08:00', '12:00']] } }],
    [
      'two names for one day off',
      withFields({
        daysOff: [
          { date: '2042-04-30', name: 'a' },
          { date: '2042-04-30', name: 'b' },
        ],
      }),
    ],
    ['make-up days alone', withFields({ week: {} })],
  ])('takes %s', (_, document) => {
    expect(codeOf(document)).toBe('ok');
  });

  it.each([
    ['no object', 'vn', 'calendar.document-invalid'],
    ['no id', withFields({ id: undefined }), 'calendar.document-invalid'],
    ['a version that is no number', withFields({ version: 'one' }), 'calendar.document-invalid'],
    ['an unknown zone', withFields({ timeZone: 'Asia/Thanh_Ba' }), 'calendar.zone-unknown'],
    ['an unknown day of the week', withFields({ week: { monday: [] } }), 'calendar.document-invalid'],
    ['periods that overlap', monday(['07:30', '11:30'], ['11:29', '17:00']), 'calendar.periods-overlap'],
    ['a period across midnight', monday(['22:00', '06:00']), 'calendar.period-invalid'],
    ['an empty period', monday(['08:00', '08:00']), 'calendar.period-invalid'],
    ['a period of three times', monday(['08:00', '09:00', '10:00']), 'calendar.period-invalid'],
    ['a time that is none', monday(['7:30', '11:30']), 'calendar.time-invalid'],
    ['a time beyond 24:00', monday(['08:00', '24:01']), 'calendar.time-invalid'],
    ['seconds in a period', monday(['08:00:30', '12:00']), 'calendar.time-invalid'],
    ['a date that is none', withFields({ daysOff: [{ date: '2026-02-30', name: 'x' }] }), 'calendar.date-invalid'],
    ['a confirmation that is no date', withFields({ confirmedThrough: '2026' }), 'calendar.date-invalid'],
    ['a cut-off that is no time', withFields({ sameDayCutOff: '3 pm' }), 'calendar.time-invalid'],
    [
      'a working day named twice',
      withFields({ workingDays: [...vietnamCalendar.workingDays, vietnamCalendar.workingDays[0]] }),
      'calendar.document-invalid',
    ],
    ['no working time at all', withFields({ week: { mon: [] }, workingDays: [] }), 'calendar.no-working-time'],
  ])('refuses %s', (_, document, code) => {
    expect(codeOf(document)).toBe(code);
  });

  it('says where the document is wrong', () => {
    expect(parseCalendar(monday(['07:30', '11:30'], ['13:30', '13:00']))).toEqual({
      ok: false,
      error: { code: 'calendar.period-invalid', message: expect.stringContaining('week.mon[1]') },
    });
  });
});
