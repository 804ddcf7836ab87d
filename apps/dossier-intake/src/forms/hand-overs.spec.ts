import { describe, expect, it } from '@jest/globals';
import { parseCalendar, vietnamCalendar } from '@motcua/calendar';
import type { DossierSnapshot, HistoryEntry } from '@motcua/contracts';
import { toHandOvers } from './hand-overs.ts';
import { toStandingSteps } from './standing-steps.ts';

const parsed = parseCalendar({ ...vietnamCalendar });
if (!parsed.ok) throw new Error('The calendar is one.');
const { calendar } = parsed;
const at = (local: string): string => new Date(Date.parse(`${local}:00+07:00`)).toISOString();
let version = 0;
const step = (name: string, local: string, change: Record<string, unknown> = {}): HistoryEntry => ({
  version: (version += 1),
  type: `vn.motcua.dossier.${name}.v1`,
  occurredAt: at(local),
  recordedAt: at(local),
  actor: 'nv-1',
  change,
});
const dossier = { currentDue: at('2026-11-19T10:00'), pauses: [] } as unknown as DossierSnapshot;
const rows = (steps: readonly HistoryEntry[], more: Partial<Parameters<typeof toHandOvers>[0]> = {}) =>
  toHandOvers({ steps, dossier, calendar, procedureSteps: undefined, nameOf: (unit) => unit, counter: 'quầy', ...more }).map(
    ({ unit, from, until, due, note }) => [
      unit,
      show(from),
      until === null ? null : show(until),
      due === null ? null : show(due),
      note,
    ],
  );
const show = (moment: number): string => new Date(moment + 7 * 3_600_000).toISOString().slice(5, 16);

describe('who had a dossier', () => {
  it('is the counter, each unit it was handed to, and the counter again with the result', () => {
    const steps = [
      step('received', '2026-11-16T10:00'),
      step('transferred', '2026-11-16T10:30', { toUnit: 'tu-phap' }),
      step('transferred', '2026-11-17T09:00', { toUnit: 'van-phong' }),
      step('processed', '2026-11-19T09:00'),
      step('returned', '2026-11-19T15:00'),
    ];
    expect(rows(steps)).toEqual([
      ['quầy', '11-16T10:00', '11-16T10:30', null, undefined],
      ['tu-phap', '11-16T10:30', '11-17T09:00', null, undefined],
      ['van-phong', '11-17T09:00', '11-19T09:00', '11-19T10:00', undefined],
      ['quầy', '11-19T09:00', '11-19T15:00', null, 'Trả kết quả'],
    ]);
  });

  it('has the limit of each step where the procedure has steps, and never more than the dossier', () => {
    const limit = (amount: number) => ({ amount, unit: 'working-day' as const });
    const procedureSteps = [limit(0), limit(1), limit(30)].map((one, index) => ({
      code: `b${index}`,
      name: { vi: '' },
      limit: one,
    }));
    const steps = [
      step('received', '2026-11-16T10:00'),
      step('transferred', '2026-11-16T10:30', { toUnit: 'tu-phap' }),
      step('transferred', '2026-11-17T09:00', { toUnit: 'van-phong' }),
    ];
    expect(rows(steps, { procedureSteps }).map(([, , , due]) => due)).toEqual(['11-16T17:00', '11-17T10:30', '11-19T10:00']);
  });

  it('ends with a refusal or a stop, and is there still where neither came', () => {
    const received = step('received', '2026-11-16T10:00');
    expect(rows([received])[0]?.[2]).toBeNull();
    for (const name of ['refused', 'stopped'])
      expect(rows([received, step(name, '2026-11-16T11:00')])[0]?.[2]).toBe('11-16T11:00');
  });

  it('is without what was taken back', () => {
    const received = step('received', '2026-11-16T10:00');
    const mistaken = step('transferred', '2026-11-16T10:30', { toUnit: 'nham' });
    const steps = toStandingSteps([received, mistaken, step('reverted', '2026-11-16T10:32', { version: mistaken.version })]);
    expect(steps).toEqual([received]);
  });
});
