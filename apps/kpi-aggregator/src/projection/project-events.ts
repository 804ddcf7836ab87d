import type { LocalDays } from '@motcua/indicators';
import type { Queryable } from '@motcua/postgres';
import { Inject, Injectable } from '@nestjs/common';
import type { DossierEvent } from '../events/dossier-event.ts';
import { LOCAL_DAYS } from '../time/local-days.ts';
import { CellChanges } from './cells/cell-changes.ts';
import { LeafSeries } from './cells/leaf-series.ts';
import { writeCells } from './cells/write-cells.ts';
import { Dimensions } from './dimensions/dimensions.ts';
import { writeDocuments, type DocumentedRow } from './documents/write-documents.ts';
import type { FactColumns } from './facts/fact-columns.ts';
import type { FactRow } from './facts/fact-row.ts';
import { foldDossier } from './facts/fold-dossier.ts';
import { readFactRows, type StoredFactRow } from './facts/read-facts.ts';
import { deleteIntervalsFrom, writeFactRows } from './facts/write-facts.ts';
import type { Projected } from './projected.ts';
import type { TableSet } from './table-set.ts';

interface Folded {
  readonly before: StoredFactRow | undefined;
  readonly after: FactRow;
}

/** Brings facts and cells up to the newest of the events: adds each dossier's new contribution and takes back the stored row's. */
@Injectable()
export class EventProjector {
  readonly #dimensions: Dimensions;
  readonly #series: LeafSeries;
  readonly #days: LocalDays;

  constructor(dimensions: Dimensions, @Inject(LOCAL_DAYS) days: LocalDays) {
    this.#dimensions = dimensions;
    this.#series = new LeafSeries(dimensions);
    this.#days = days;
  }

  /** `events` in log order. Safe to be repeated: what is not newer than the stored version changes nothing. */
  async project(database: Queryable, tableSet: TableSet, shard: number, events: readonly DossierEvent[]): Promise<Projected> {
    const grouped = groupByDossier(events);
    const stored = await readFactRows(database, tableSet, this.#dimensions, [...grouped.keys()]);
    const folded = this.#fold(grouped, stored);
    const units = new Set<string>();
    if (folded.length === 0) return { dossiers: 0, units };

    await this.#learnPlaces(folded);
    const rows = folded.flatMap(({ after }) => this.#toRows(after));
    const changes = this.#toChanges(folded, rows);
    await this.#series.learn(changes.leaves());
    // The cells are reckoned while the database writes the facts.
    const [cells] = await Promise.all([
      Promise.resolve().then(() => changes.toCells((leaf) => this.#series.get(leaf))),
      writeFactRows(database, tableSet, rows),
    ]);
    await deleteIntervalsFrom(database, tableSet, folded.flatMap(toSurplus));
    await writeDocuments(database, tableSet, folded.flatMap(toNewIntervals));
    await writeCells(database, tableSet, shard, cells);
    for (const { path } of changes.leaves()) for (const unit of path) units.add(unit);
    return { dossiers: folded.length, units };
  }

  #fold(grouped: ReadonlyMap<string, readonly DossierEvent[]>, stored: ReadonlyMap<string, StoredFactRow>): readonly Folded[] {
    const folded: Folded[] = [];
    for (const [dossierId, events] of grouped) {
      const before = stored.get(dossierId);
      const after = foldDossier(before, events, this.#days);
      if (after !== undefined) folded.push({ before, after });
    }
    return folded.sort((one, other) => (one.after.dossierId < other.after.dossierId ? -1 : 1));
  }

  async #learnPlaces(folded: readonly Folded[]): Promise<void> {
    const intervals = folded.flatMap(({ after }) => after.intervals);
    const unknown = intervals.filter((interval) => this.#dimensions.findPlace(interval.timeZone, interval) === undefined);
    await this.#dimensions.learnPlaces(unknown.map((interval) => ({ timeZone: interval.timeZone, responsibleUnit: interval })));
  }

  #toRows(fact: FactRow): readonly FactColumns[] {
    return fact.intervals.map((interval, index) => {
      const placement = this.#dimensions.findPlace(interval.timeZone, interval);
      if (placement === undefined) throw new Error(`The place of dossier ${fact.dossierId} is asked for before it is learnt.`);
      return { fact, interval, index, placement: placement.id };
    });
  }

  #toChanges(folded: readonly Folded[], rows: readonly FactColumns[]): CellChanges {
    const changes = new CellChanges(this.#days);
    for (const { before } of folded)
      for (const { placement, interval } of before?.intervals ?? []) changes.add(placement, interval, -1);
    for (const { placement, interval } of rows) changes.add(placement, interval, 1);
    return changes;
  }
}

function groupByDossier(events: readonly DossierEvent[]): ReadonlyMap<string, readonly DossierEvent[]> {
  const grouped = new Map<string, DossierEvent[]>();
  for (const event of events) {
    const known = grouped.get(event.dossierId);
    if (known === undefined) grouped.set(event.dossierId, [event]);
    else known.push(event);
  }
  return grouped;
}

/** Rows that a move has added: they begin without the documents that are known of the dossier. */
const toNewIntervals = ({ before, after: { dossierId, digitizationVersion, intervals } }: Folded): DocumentedRow[] =>
  digitizationVersion === 0
    ? []
    : intervals.map((interval, index) => ({ dossierId, digitizationVersion, index, interval })).slice(before?.intervals.length);

const toSurplus = ({ before, after }: Folded): { dossierId: string; from: number }[] =>
  before !== undefined && before.intervals.length > after.intervals.length
    ? [{ dossierId: after.dossierId, from: after.intervals.length }]
    : [];
