import { parseCalendar, vietnamCalendar, type WorkingCalendar } from '@motcua/calendar';
import { describe, expect, it } from '@jest/globals';
import { answerLine, type BatchSettings } from './answer-line.ts';

function vietnam(): WorkingCalendar {
  const parsed = parseCalendar(vietnamCalendar);
  if (!parsed.ok) throw new Error(parsed.error.message);
  return parsed.calendar;
}

const calendar = vietnam();
const line = { id: 'a', receivedAt: '2026-03-02T10:00:00+07:00', limit: { amount: 2, unit: 'working-day' } };

function answerTo(given: unknown, settings: Partial<BatchSettings> = {}): unknown {
  const text = typeof given === 'string' ? given : JSON.stringify(given);
  return JSON.parse(answerLine(calendar, text, { pauseRule: 'subtract', withLedger: false, ...settings }));
}

describe('a line of a batch', () => {
  it('is answered by its id and due moment', () => {
    expect(answerTo(line)).toEqual({ id: 'a', dueAt: '2026-03-04T03:00:00.000Z' });
    expect(answerTo({ ...line, id: 7, receivedAt: '2026-03-02T10:00' })).toEqual({ id: 7, dueAt: '2026-03-04T03:00:00.000Z' });
  });

  it('has no due moment while an open pause counts', () => {
    expect(answerTo({ ...line, pauses: [{ from: '2026-03-03T09:00:00+07:00' }] })).toEqual({ id: 'a', dueAt: null });
  });

  it('takes the rule of the pause before that of the line, and that before the command’s', () => {
    const pause = { from: '2026-03-03T08:00:00+07:00', to: '2026-03-03T09:00:00+07:00' };
    const restarted = { id: 'a', dueAt: '2026-03-05T02:00:00.000Z' };
    const subtracted = { id: 'a', dueAt: '2026-03-04T04:00:00.000Z' };
    expect(answerTo({ ...line, pauses: [pause] })).toEqual(subtracted);
    expect(answerTo({ ...line, pauses: [pause] }, { pauseRule: 'restart' })).toEqual(restarted);
    expect(answerTo({ ...line, pauses: [pause], pauseRule: 'subtract' }, { pauseRule: 'restart' })).toEqual(subtracted);
    expect(answerTo({ ...line, pauses: [{ ...pause, rule: 'restart' }], pauseRule: 'subtract' })).toEqual(restarted);
  });

  it('carries the ledger if asked for, its moments as text', () => {
    expect(answerTo(line, { withLedger: true })).toMatchObject({
      id: 'a',
      ledger: expect.arrayContaining([{ kind: 'due', at: '2026-03-04T03:00:00.000Z' }]),
    });
  });

  it.each([
    ['no JSON', '{"id": "a"', null, 'batch.json-invalid'],
    ['an empty line', '', null, 'batch.json-invalid'],
    ['no object', '[1]', null, 'batch.line-invalid'],
    ['no receipt', { ...line, receivedAt: undefined }, 'a', 'calendar.received-invalid'],
    ['a receipt that is a number', { ...line, receivedAt: 1_772_420_400_000 }, 'a', 'calendar.received-invalid'],
    ['no limit', { ...line, limit: undefined }, 'a', 'calendar.limit-invalid'],
    ['an amount that is a text', { ...line, limit: { amount: '2', unit: 'working-day' } }, 'a', 'calendar.limit-invalid'],
    ['an unknown unit', { ...line, limit: { amount: 2, unit: 'day' } }, 'a', 'calendar.limit-invalid'],
    ['zero hours', { ...line, limit: { amount: 0, unit: 'working-hour' } }, 'a', 'calendar.limit-invalid'],
    ['an unknown rule', { ...line, pauseRule: 'skip' }, 'a', 'calendar.pause-rule-invalid'],
    ['pauses that are no list', { ...line, pauses: {} }, 'a', 'calendar.pause-invalid'],
    ['a pause without beginning', { ...line, pauses: [{ to: '2026-03-03T09:00' }] }, 'a', 'calendar.pause-invalid'],
    [
      'a pause that ends first',
      { ...line, pauses: [{ from: '2026-03-03T09:00', to: '2026-03-03T08:00' }] },
      'a',
      'calendar.pause-invalid',
    ],
    ['an id of another kind', { ...line, id: {}, limit: null }, null, 'calendar.limit-invalid'],
  ])('with %s is answered by an error', (_, given, id, code) => {
    expect(answerTo(given)).toEqual({ id, error: { code, message: expect.any(String) } });
  });
});
