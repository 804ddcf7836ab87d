import { emitContributions, measureIds, type LocalDays, type ResponsibilityInterval } from '@motcua/indicators';
import { toMonthNumber } from '../../time/local-days.ts';
import { CellMatrix } from './cell-matrix.ts';

export const DAY_GRAIN = 0;
export const MONTH_GRAIN = 1;

/** Dossiers that count in the same lines: one place, procedure, field and channel. */
export interface Leaf {
  readonly placement: number;
  readonly timeZone: string;
  readonly path: readonly string[];
  readonly kind: string;
  readonly procedure: string;
  readonly field: string;
  readonly channel: string;
}

/** Cells to change, by day and by month, and which measures change in any of them. */
export interface ChangedCells {
  readonly days: CellMatrix;
  readonly months: CellMatrix;
  /** Indices in `measureIds`, ascending. */
  readonly measures: readonly number[];
}

const allMeasures = measureIds.map((_id, index) => index);

/**
 * Sums contributions by leaf and day first and spreads them over the lines (each level of the tree × each dimension) once a batch:
 * many dossiers of a batch share a leaf and a day, and what an event takes back and gives again is gone by then.
 */
export class CellChanges {
  readonly #days: LocalDays;
  readonly #leaves = new Map<string, { leaf: Leaf; days: Map<number, Int32Array> }>();

  constructor(days: LocalDays) {
    this.#days = days;
  }

  /** Counts a responsibility interval (`sign` 1) or takes it back (-1). */
  add(placement: number, interval: ResponsibilityInterval, sign: 1 | -1): void {
    if (interval.openFrom === null) return;
    const { days } = this.#leafOf(placement, interval);
    emitContributions(interval, this.#days, (measure, day, change) => {
      let changes = days.get(day);
      if (changes === undefined) days.set(day, (changes = new Int32Array(measureIds.length)));
      changes[measure] = (changes[measure] ?? 0) + sign * change;
    });
  }

  leaves(): readonly Leaf[] {
    return [...this.#leaves.values()].map(({ leaf }) => leaf);
  }

  /** `linesOf` says in which lines a leaf counts. */
  toCells(linesOf: (leaf: Leaf) => readonly number[]): ChangedCells {
    const days = new CellMatrix();
    const changing = new Set<number>();
    for (const { leaf, days: changed } of this.#leaves.values()) {
      const series = linesOf(leaf);
      for (const [day, changes] of changed) {
        const indices = allMeasures.filter((index) => changes[index] !== 0);
        for (const index of indices) changing.add(index);
        if (indices.length > 0) for (const line of series) days.add(line, day, indices, changes);
      }
    }
    const measures = allMeasures.filter((index) => changing.has(index));
    const months = new CellMatrix();
    days.forEach((line, day, values, at) => {
      months.add(line, toMonthNumber(day), measures, values, at);
    });
    return { days, months, measures };
  }

  #leafOf(placement: number, interval: ResponsibilityInterval): { days: Map<number, Int32Array> } {
    const key = `${placement}\n${interval.procedure}\n${interval.field}\n${interval.channel}`;
    const known = this.#leaves.get(key);
    if (known !== undefined) return known;
    const { timeZone, path, kind, procedure, field, channel } = interval;
    const entry = { leaf: { placement, timeZone, path, kind, procedure, field, channel }, days: new Map<number, Int32Array>() };
    this.#leaves.set(key, entry);
    return entry;
  }
}
