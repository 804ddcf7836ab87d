import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  attachDocuments,
  emitContributions,
  indicators,
  isCounted,
  attachCause,
  measureIds,
  overdueCauses,
  sumPart,
  toDocuments,
  toFigure,
  toIntervals,
  toStart,
  toWindow,
  type DocumentCounts,
  type Measured,
  type MeasuredPeriod,
  type ResponsibilityInterval,
} from './index.ts';
import { plainDays, randomDossier, randomView, toCounts, type RandomDossier } from './testing/random-dossier.ts';
import { referenceFigures, type View } from './testing/reference-figures.ts';

const dossiers = fc.array(randomDossier, { maxLength: 8 });
const toAllIntervals = (them: readonly RandomDossier[]): ResponsibilityInterval[] =>
  them.flatMap(({ state, history, overdueCause, documents }) =>
    attachDocuments(
      attachCause(toIntervals(state, history, plainDays), overdueCause),
      documents === null ? null : toDocuments(toCounts(documents)),
    ),
  );

/** Counts that no documents have: more reused than asked for, a result where none is prescribed, digitized with something missing. */
const oddCounts: fc.Arbitrary<DocumentCounts | null> = fc.option(
  fc.record({
    asked: fc.nat(2),
    missing: fc.nat(2),
    reused: fc.nat(2),
    resultPrescribed: fc.boolean(),
    resultDigitized: fc.boolean(),
    resultSigned: fc.boolean(),
    isDigitized: fc.boolean(),
  }),
  { nil: null },
);

/** Sums the daily flows of a subtree: of stocks every day before `until`, of counts the days from `from` on. */
function measure(intervals: readonly ResponsibilityInterval[], { zone, unit }: View, from: number, until: number): Measured {
  const sums = new Map<string, number>(measureIds.map((id) => [id, 0]));
  for (const interval of intervals.filter(({ timeZone, path }) => timeZone === zone && path.includes(unit))) {
    emitContributions(interval, plainDays, (index, day, change) => {
      const id = measureIds[index] ?? '';
      const isStock = /^(open|overdue)/.test(id);
      if (day < until && (isStock || day >= from)) sums.set(id, (sums.get(id) ?? 0) + change);
    });
  }
  return Object.fromEntries(sums) as Measured;
}

const measurePeriod = (intervals: readonly ResponsibilityInterval[], view: View): MeasuredPeriod => ({
  end: measure(intervals, view, view.from, view.from + view.length),
  start: toStart(measure(intervals, view, view.from, view.from), measure(intervals, view, view.from, view.from + 1)),
});

const inParts = (intervals: readonly ResponsibilityInterval[], view: View): Record<string, number | [number, number]> => {
  const window = toWindow(
    plainDays.startOf(view.zone, view.from),
    plainDays.startOf(view.zone, view.from + view.length),
    view.asOf,
  );
  const here = intervals.filter(({ timeZone, path }) => timeZone === view.zone && path.includes(view.unit));
  return Object.fromEntries(
    indicators.map((indicator) => {
      const count = (part: Parameters<typeof isCounted>[0]): number =>
        here.filter((interval) => isCounted(part, interval, window)).length;
      return [
        indicator.id,
        indicator.kind === 'rate' ? [count(indicator.numerator), count(indicator.denominator)] : count(indicator.counted),
      ];
    }),
  );
};

describe('the figures', () => {
  it('equal the formulas of the definitions, at any moment', () => {
    fc.assert(
      fc.property(dossiers, randomView, (them, view) => {
        expect(inParts(toAllIntervals(them), view)).toEqual(referenceFigures(them, view, plainDays));
      }),
      { numRuns: 2_000 },
    );
  });

  it('follow from the sums of daily flows when the period is over', () => {
    fc.assert(
      fc.property(dossiers, randomView, (them, view) => {
        const over = { ...view, asOf: plainDays.startOf(view.zone, view.from + view.length) };
        const period = measurePeriod(toAllIntervals(them), over);
        const sums = indicators.map((indicator) => [
          indicator.id,
          indicator.kind === 'rate'
            ? [sumPart(indicator.numerator, period), sumPart(indicator.denominator, period)]
            : sumPart(indicator.counted, period),
        ]);
        expect(Object.fromEntries(sums)).toEqual(referenceFigures(them, over, plainDays));
      }),
      { numRuns: 2_000 },
    );
  });

  it('count no dossier twice in one part', () => {
    fc.assert(
      fc.property(randomDossier, randomView, (dossier, view) => {
        const counts = Object.values(inParts(toAllIntervals([dossier]), view)).flat();
        expect(Math.max(...counts)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('keep the identities of the statutory report where nothing was reassigned', () => {
    fc.assert(
      fc.property(dossiers, randomView, (them, view) => {
        const still = them.map((dossier) => ({ ...dossier, history: dossier.history.slice(0, 1) }));
        const period = measurePeriod(toAllIntervals(still), view);
        const value = (id: string): number => {
          const indicator = indicators.find((it) => it.id === id);
          return indicator === undefined ? NaN : (toFigure(indicator, period).value ?? NaN);
        };
        expect(value('received') + value('carried-over')).toBe(value('finished') + value('open'));
        expect(value('finished.early') + value('finished.on-time') + value('finished.late')).toBe(value('finished'));
        expect(value('open.within') + value('open.overdue')).toBe(value('open'));
      }),
    );
  });

  it('tell every overdue cause once, by its cause', () => {
    fc.assert(
      fc.property(dossiers, randomView, (them, view) => {
        const period = measurePeriod(toAllIntervals(them), view);
        const values = new Map(indicators.map((indicator) => [indicator.id, toFigure(indicator, period).value ?? NaN]));
        const byCause = overdueCauses.reduce((sum, cause) => sum + (values.get(`overdue.${cause}`) ?? NaN), 0);
        expect(values.get('overdue.by-cause')).toBe(byCause);
      }),
    );
  });

  it('let no numerator exceed its denominator, whatever is told of the documents', () => {
    const documented = fc.array(fc.tuple(randomDossier, oddCounts), { maxLength: 8 });
    fc.assert(
      fc.property(documented, randomView, (them, view) => {
        const intervals = them.flatMap(([{ state, history, overdueCause }, counts]) =>
          attachDocuments(
            attachCause(toIntervals(state, history, plainDays), overdueCause),
            counts === null ? null : toDocuments(counts),
          ),
        );
        const exceeding = Object.entries(inParts(intervals, view)).filter(
          ([, parts]) => Array.isArray(parts) && parts[0] > parts[1],
        );
        expect(exceeding).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('say nothing where there is nothing to divide by', () => {
    const period = measurePeriod([], { zone: 'east', from: 0, length: 1, asOf: 0, unit: 'root' });
    for (const wanted of ['on-time.closed', 'digitized.dossiers', 'digitized.reused']) {
      const rate = indicators.find(({ id }) => id === wanted);
      expect(rate && toFigure(rate, period)).toEqual({ version: 1, numerator: 0, denominator: 0, value: null });
    }
  });
});
