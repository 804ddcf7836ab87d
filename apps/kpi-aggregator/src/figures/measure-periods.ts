import {
  toStart,
  type DayNumber,
  type Instant,
  type LocalDays,
  type Measured,
  type MeasuredPeriod,
  type Window,
} from '@motcua/indicators';
import type { Queryable } from '@motcua/postgres';
import { DAY_GRAIN } from '../projection/cells/cell-changes.ts';
import type { TableSet } from '../projection/table-set.ts';
import { rangesBefore, rangesBetween } from './cell-range.ts';
import type { CellGrouping } from './grouping.ts';
import { addMeasured, addRow, combine, nothingMeasured } from './measured.ts';
import type { Period } from './period.ts';
import { measureRunningDay } from './running-day.query.ts';
import { sumCells, type Sum } from './sum-cells.query.ts';
import { nodesOf, zonesOf, type UnitPlacement } from './unit-placements.query.ts';

/** What is to be measured: periods (by key) of a unit's subtree, by the rows of a grouping, as of a moment. */
export interface MeasureRequest {
  readonly unit: string;
  readonly places: readonly UnitPlacement[];
  readonly grouping: CellGrouping;
  readonly periods: readonly (Period & { readonly key: string })[];
  readonly asOf: Instant;
}

/** What was measured: by period key, by row key. */
export type MeasuredRows = ReadonlyMap<string, ReadonlyMap<string, MeasuredPeriod>>;

type Kind = 'flow' | 'stock' | 'start' | 'handover';

/** A running sum a period, row and kind; zones add up in it. */
class Sums {
  readonly #sums = new Map<string, Map<string, Record<Kind, Measured>>>();

  add(period: string, row: string, kind: Kind, measured: Measured): void {
    const rows = this.#sums.get(period) ?? new Map<string, Record<Kind, Measured>>();
    this.#sums.set(period, rows);
    const kinds = rows.get(row) ?? {
      flow: nothingMeasured,
      stock: nothingMeasured,
      start: nothingMeasured,
      handover: nothingMeasured,
    };
    rows.set(row, { ...kinds, [kind]: addMeasured(kinds[kind], measured) });
  }

  toMeasured(): MeasuredRows {
    const toPeriods = (rows: Map<string, Record<Kind, Measured>>) =>
      new Map(
        [...rows].map(([row, { flow, stock, start, handover }]) => [
          row,
          { end: combine(flow, stock), start: toStart(start, handover) },
        ]),
      );
    return new Map([...this.#sums].map(([period, rows]) => [period, toPeriods(rows)]));
  }
}

/** Whole days from cells; of the day that is not over what it adds to them, from facts. */
export async function measurePeriods(
  database: Queryable,
  tableSet: TableSet,
  request: MeasureRequest,
  days: LocalDays,
): Promise<MeasuredRows> {
  const sums = new Sums();
  const { unit, places, grouping } = request;
  const whose = { unit, nodes: nodesOf(places, unit) };
  const wanted = zonesOf(places).flatMap((timeZone) =>
    request.periods.flatMap((period) => toSums(period, timeZone, request.asOf, days)),
  );
  for (const { name, key, measures } of await sumCells(database, tableSet, whose, grouping, wanted)) {
    const [kind, period] = fromName(name);
    sums.add(period, key, kind, addRow(nothingMeasured, measures));
  }
  for (const timeZone of zonesOf(places)) await addRunningDay(database, tableSet, request, timeZone, days, sums);
  return sums.toMeasured();
}

/** The sums of one period and zone: counts of its whole days, levels at the end of them and before its start. */
function toSums(period: Period & { readonly key: string }, timeZone: string, asOf: Instant, days: LocalDays): readonly Sum[] {
  const until = endOfWholeDays(period, timeZone, asOf, days);
  const named = (kind: Kind, ranges: Sum['ranges']): Sum => ({ name: toName(kind, period.key), timeZone, ranges });
  return [
    named('flow', rangesBetween(period.from, until)),
    named('stock', rangesBefore(until)),
    named('start', rangesBefore(Math.min(period.from, until))),
    named('handover', startOfDay(period, timeZone, asOf, days)),
  ];
}

/** The day a period begins with, once it has begun: its first moment is over even while the day runs. */
const startOfDay = ({ from }: Period, timeZone: string, asOf: Instant, days: LocalDays): Sum['ranges'] =>
  days.startOf(timeZone, from) <= asOf ? [{ grain: DAY_GRAIN, from, until: from + 1 }] : [];

/** First day that is not wholly counted: after the period, or the day that runs at `asOf`. */
const endOfWholeDays = (period: Period, timeZone: string, asOf: Instant, days: LocalDays): DayNumber =>
  isRunning(period, timeZone, asOf, days) ? days.dayOf(timeZone, asOf) : period.to + 1;

const isRunning = ({ to }: Period, timeZone: string, asOf: Instant, days: LocalDays): boolean =>
  asOf < days.startOf(timeZone, to + 1);

async function addRunningDay(
  database: Queryable,
  tableSet: TableSet,
  { unit, places, grouping, periods, asOf }: MeasureRequest,
  timeZone: string,
  days: LocalDays,
  sums: Sums,
): Promise<void> {
  const running = periods.filter((period) => isRunning(period, timeZone, asOf, days));
  if (running.length === 0) return;
  const today = days.dayOf(timeZone, asOf);
  const day: Window = { start: days.startOf(timeZone, today), cut: asOf + 1, at: asOf };
  const ids = places.filter((place) => place.timeZone === timeZone).map(({ id }) => id);
  for (const { key, measures } of await measureRunningDay(database, tableSet, unit, grouping, ids, day)) {
    const measured = addRow(nothingMeasured, measures);
    for (const period of running) {
      sums.add(period.key, key, 'stock', measured);
      if (period.from <= today) sums.add(period.key, key, 'flow', measured);
      // A period that has not begun: what will be carried into it is what is open now.
      else sums.add(period.key, key, 'start', measured);
    }
  }
}

const toName = (kind: Kind, period: string): string => `${kind}:${period}`;
const fromName = (name: string): [Kind, string] => {
  const colon = name.indexOf(':');
  return [name.slice(0, colon) as Kind, name.slice(colon + 1)]; // written by `toName` alone
};
