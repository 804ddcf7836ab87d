import { parseCalendar, vietnamCalendar } from '@motcua/calendar';
import { describe, expect, it } from '@jest/globals';
import { LegacyEvent } from '@motcua/contracts';
import { toPaperTrail } from './paper-trail.ts';
import { toReceiptMoment } from './slow-counter.ts';

const parsed = parseCalendar(vietnamCalendar);
if (!parsed.ok) throw new Error(parsed.error.message);
const { calendar } = parsed;
const local = (at: number): string => new Date(at + 7 * 3_600_000).toISOString().slice(0, 16);

describe('a dossier that lies on a slow desk', () => {
  it('was received so that the wanted working minutes are left of its eight hours', () => {
    const now = Date.parse('2026-11-25T10:00:00+07:00');
    // 24/11 is a holiday: the working day before is Monday 23/11.
    expect(local(toReceiptMoment(calendar, now, 480, 2))).toBe('2026-11-23T09:32');
    expect(local(toReceiptMoment(calendar, now, 480, 101))).toBe('2026-11-23T11:11');
  });

  it('is told from the books, in events that keep the contract and lie in the past', () => {
    const now = Date.parse('2026-11-25T10:00:00+07:00');
    const whose = { sourceCode: 'xa-a/1', unit: 'xa-a', procedure: '1.004873', officer: 'xa-a.01' };
    const trail = toPaperTrail({ ...whose, receivedAt: now - 30_000, now });
    expect(trail.map((event) => LegacyEvent.parse(event))).toEqual(trail);
    expect(trail.map(({ time }) => Date.parse(time))).toEqual([now - 30_000, now]);
    expect(trail[1]?.data).toEqual({ sourceCode: 'xa-a/1', unit: 'xa-a', officer: 'xa-a.01' });
  });

  it('is late already on a holiday, when no clock runs', () => {
    const holiday = Date.parse('2026-11-24T22:00:00+07:00');
    expect(local(toReceiptMoment(calendar, holiday, 480, -70))).toBe('2026-11-20T15:20');
  });
});
