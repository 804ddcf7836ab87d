import { describe, expect, it } from '@jest/globals';
import { parseCalendar, type WorkingCalendar } from '@motcua/calendar';
import { calendar } from '../../testing/reference.builder.ts';
import { findDigestDay } from './digest-day.ts';
import { isEmpty, toDigestLists, type OpenDossier } from './digest-lists.ts';

const at = (local: string): number => Date.parse(`${local}+07:00`);
const parsed = parseCalendar(calendar);
if (!parsed.ok) throw new Error(parsed.error.code);
const working: WorkingCalendar = parsed.calendar;

describe('the hour of a digest', () => {
  const dayAt = (local: string) => findDigestDay(working, at(local));

  it('begins with the opening and ends with the last working minute of the day', () => {
    expect(dayAt('2026-11-25T07:29:59')).toBeUndefined();
    expect(dayAt('2026-11-25T07:30:00')).toEqual({ date: '2026-11-25', nextWorkingDate: '2026-11-26' });
    expect(dayAt('2026-11-25T12:00:00')).toBeDefined();
    expect(dayAt('2026-11-25T17:00:00')).toBeUndefined();
  });

  it('does not come on a day off', () => {
    expect(dayAt('2026-11-24T09:00:00')).toBeUndefined();
    expect(dayAt('2026-11-28T09:00:00')).toBeUndefined();
  });

  it('looks over a weekend to the next working day', () => {
    expect(dayAt('2026-11-27T08:00:00')).toEqual({ date: '2026-11-27', nextWorkingDate: '2026-11-30' });
  });
});

describe('the lists of a digest', () => {
  const dossier = (code: string, due: string | null, overrides: Partial<OpenDossier> = {}): OpenDossier => ({
    dossier_id: code,
    code,
    source_code: null,
    from_import: false,
    procedure: 'p',
    unit: 'xa-a',
    handling_unit: 'xa-a',
    officer: null,
    current_due: due === null ? null : new Date(at(due)),
    late_from: due === null ? null : new Date(at(due) + 60_000),
    is_waiting: false,
    time_zone: 'Asia/Ho_Chi_Minh',
    ...overrides,
  });
  const now = at('2026-11-27T08:00:00');
  const listsOf = (dossiers: readonly OpenDossier[]) =>
    toDigestLists(dossiers, { date: '2026-11-27', nextWorkingDate: '2026-11-30', now, nameOf: (code) => code });

  it('hold each dossier once, the earliest due first; to the minute of its due it is not overdue', () => {
    const lists = listsOf([
      dossier('later-today', '2026-11-27T17:00:00'),
      dossier('this-minute', '2026-11-27T08:00:00'),
      dossier('last-week', '2026-11-20T17:00:00'),
      dossier('just-now', '2026-11-27T07:59:00'),
      dossier('on-sunday', '2026-11-29T09:00:00'),
      dossier('on-monday', '2026-11-30T17:00:00'),
      dossier('on-tuesday', '2026-12-01T09:00:00'),
      dossier('waits', null, { is_waiting: true }),
      dossier('stands', null),
    ]);
    const codes = Object.fromEntries(
      Object.entries(lists).map(([name, lines]) => [name, (lines as { code: string }[]).map(({ code }) => code)]),
    );
    expect(codes).toEqual({
      overdue: ['last-week', 'just-now'],
      dueToday: ['this-minute', 'later-today'],
      dueTomorrow: ['on-sunday', 'on-monday'],
      waiting: ['waits'],
    });
  });

  it('are empty where there is nothing to do', () => {
    expect(isEmpty(listsOf([dossier('on-tuesday', '2026-12-01T09:00:00')]))).toBe(true);
    expect(isEmpty(listsOf([dossier('waits', null, { is_waiting: true })]))).toBe(false);
  });
});
