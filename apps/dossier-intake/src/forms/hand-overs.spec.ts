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

describe('a dossier that a reform took along', () => {
  const reform = (fromHandlingUnit: string, toHandlingUnit: string, takenBack = false) =>
    step('reassigned', '2026-11-18T00:00', { reform: { id: 'r-1', fromHandlingUnit, toHandlingUnit, takenBack } });
  const received = () => step('received', '2026-11-16T10:00');
  const handed = (toUnit: string, local: string) => step('transferred', local, { toUnit });
  const counter = ['quầy', '11-16T10:00', '11-16T10:30', null, undefined];

  it('was with its successor from the first moment of the day on, though that was recorded after later steps', () => {
    const steps = [
      received(),
      handed('tu-phap', '2026-11-16T10:30'),
      step('processed', '2026-11-20T09:00'),
      reform('tu-phap', 'xa-moi'),
      step('returned', '2026-11-20T15:00'),
    ];
    expect(rows(steps)).toEqual([
      counter,
      ['tu-phap', '11-16T10:30', '11-18T00:00', null, undefined],
      ['xa-moi', '11-18T00:00', '11-20T09:00', '11-19T10:00', undefined],
      ['quầy', '11-20T09:00', '11-20T15:00', null, 'Trả kết quả'],
    ]);
  });

  it('stays in the step of the procedure that it is in: its limit does not begin anew, and the next has its own', () => {
    const procedureSteps = [0, 3, 1].map((amount, index) => ({
      code: `b${index}`,
      name: { vi: '' },
      limit: { amount, unit: 'working-day' as const },
    }));
    const steps = [
      received(),
      handed('tu-phap', '2026-11-16T10:30'),
      reform('tu-phap', 'xa-moi'),
      handed('van-phong', '2026-11-18T09:00'),
    ];
    const dues = rows(steps, { procedureSteps }).map(([unit, , , due]) => [unit, due]);
    const [before, after] = [dues[1]?.[1], dues[2]?.[1]];
    expect(dues).toEqual([
      ['quầy', '11-16T17:00'],
      ['tu-phap', before],
      ['xa-moi', after],
      ['van-phong', '11-19T09:00'],
    ]);
    expect(before).toBe('11-19T10:30');
    expect(after).toBe(before);
  });

  it('was with its successor from when that unit was given it, and who had it before keeps the row', () => {
    const steps = [
      received(),
      handed('tu-phap', '2026-11-16T10:30'),
      handed('van-phong', '2026-11-19T09:00'),
      reform('van-phong', 'xa-moi'),
    ];
    expect(rows(steps)).toEqual([
      counter,
      ['tu-phap', '11-16T10:30', '11-19T09:00', null, undefined],
      ['xa-moi', '11-19T09:00', null, '11-19T10:00', undefined],
    ]);
  });

  it('goes on from the counter where it was handed to nobody, and by the next reform from there', () => {
    const second = { id: 'r-2', fromHandlingUnit: 'xa-moi', toHandlingUnit: 'phuong', takenBack: false };
    const steps = [received(), reform('xa-cu', 'xa-moi'), step('reassigned', '2026-11-19T00:00', { reform: second })];
    expect(rows(steps).map(([unit, from, until]) => [unit, from, until])).toEqual([
      ['quầy', '11-16T10:00', '11-18T00:00'],
      ['xa-moi', '11-18T00:00', '11-19T00:00'],
      ['phuong', '11-19T00:00', null],
    ]);
  });

  it('was with nobody else where the reform was taken back, or an officer moved who answers for it', () => {
    const steps = [received(), handed('tu-phap', '2026-11-16T10:30'), step('processed', '2026-11-20T09:00')];
    const without = rows(steps);
    expect(rows([...steps, reform('tu-phap', 'xa-moi'), reform('xa-moi', 'tu-phap', true)])).toEqual(without);
    expect(rows([...steps, step('reassigned', '2026-11-18T00:00', { fromUnit: 'xa-cu', toUnit: 'xa-moi' })])).toEqual(without);
  });
});
