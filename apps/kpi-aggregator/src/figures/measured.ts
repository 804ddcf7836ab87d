import { measureIds, measures, type Measured, type MeasuredPeriod, type MeasureId } from '@motcua/indicators';
import { columnOf } from '../projection/cells/measure-columns.ts';

/** A row of sums, a column a measure. */
export type MeasureRow = Readonly<Record<string, number>>;

const build = (of: (id: MeasureId) => number): Measured =>
  Object.fromEntries(measureIds.map((id) => [id, of(id)])) as Record<MeasureId, number>;

export const nothingMeasured: Measured = build(() => 0);

/** @param sign -1: what the row counts is taken away */
export const addRow = (measured: Measured, row: MeasureRow, sign: 1 | -1 = 1): Measured =>
  build((id) => measured[id] + sign * (row[columnOf(id)] ?? 0));

export const addPeriods = (one: MeasuredPeriod, other: MeasuredPeriod): MeasuredPeriod => ({
  end: addMeasured(one.end, other.end),
  start: addMeasured(one.start, other.start),
});

/** Counts of one, levels of the other; handovers belong to the start alone. */
export const combine = (flows: Measured, stocks: Measured): Measured =>
  build((id) => {
    switch (measures[id].stage) {
      case 'open':
        return stocks[id];
      case 'handover':
        return 0;
      case 'received':
      case 'finished':
      case 'judged':
        return flows[id];
    }
  });

export const addMeasured = (one: Measured, other: Measured): Measured => build((id) => one[id] + other[id]);

export const isNothing = (measured: Measured): boolean => measureIds.every((id) => measured[id] === 0);
