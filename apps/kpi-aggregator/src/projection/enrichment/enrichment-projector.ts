import type { LocalDays } from '@motcua/indicators';
import type { Queryable } from '@motcua/postgres';
import type { EnrichmentEvent } from '../../events/enrichment-event.ts';
import { CellChanges } from '../cells/cell-changes.ts';
import { LeafSeries } from '../cells/leaf-series.ts';
import { writeCells } from '../cells/write-cells.ts';
import type { Dimensions } from '../dimensions/dimensions.ts';
import { readFactRows, type StoredFactRow } from '../facts/read-facts.ts';
import { writeFactRows } from '../facts/write-facts.ts';
import type { Projected } from '../projected.ts';
import type { TableSet } from '../table-set.ts';
import type { EnrichmentRow, EnrichmentStream } from './enrichment-stream.ts';
import { pickNewestBy } from './pick-newest-by.ts';
import { toPlaceholderRow } from './placeholder-row.ts';

interface Enrichment<Event> {
  readonly event: Event;
  readonly before: StoredFactRow;
}

/** Brings facts and cells up to the newest of an enrichment stream. Must run beside no other batch of the table set: see `enterActiveTableSet`. */
export class EnrichmentProjector<Event extends EnrichmentEvent> {
  readonly #dimensions: Dimensions;
  readonly #series: LeafSeries;
  readonly #days: LocalDays;
  readonly #stream: EnrichmentStream<Event>;

  constructor(dimensions: Dimensions, days: LocalDays, stream: EnrichmentStream<Event>) {
    this.#dimensions = dimensions;
    this.#series = new LeafSeries(dimensions);
    this.#days = days;
    this.#stream = stream;
  }

  /** Safe to be repeated: what is not newer than what is stored changes nothing. */
  async project(database: Queryable, tableSet: TableSet, shard: number, events: readonly Event[]): Promise<Projected> {
    const newest = pickNewestBy(events, this.#stream.numberOf);
    const stored = await readFactRows(
      database,
      tableSet,
      this.#dimensions,
      newest.map(({ dossierId }) => dossierId),
    );
    const early = newest.filter(({ dossierId }) => !stored.has(dossierId));
    const enrichments = newest.flatMap((event) => this.#toEnrichment(event, stored.get(event.dossierId)));
    const waiting = await this.#keepWaiting(database, tableSet, early);
    const units = await this.#enrich(database, tableSet, shard, enrichments, waiting);
    return { dossiers: early.length + enrichments.length, units };
  }

  #toEnrichment(event: Event, before: StoredFactRow | undefined): Enrichment<Event>[] {
    const { numberOf } = this.#stream;
    return before !== undefined && numberOf(event) > numberOf(before) ? [{ event, before }] : [];
  }

  /** Answers the rows that now wait, for the stream to put on them what it says. */
  async #keepWaiting(
    database: Queryable,
    tableSet: TableSet,
    events: readonly Event[],
  ): Promise<readonly EnrichmentRow<Event>[]> {
    if (events.length === 0) return [];
    await this.#dimensions.learnPlaces(events.map(({ timeZone, responsibleUnit }) => ({ timeZone, responsibleUnit })));
    const rows = events.flatMap((event) => {
      const fact = toPlaceholderRow(event, this.#days);
      const placement = this.#dimensions.findPlace(event.timeZone, event.responsibleUnit);
      if (placement === undefined) throw new Error(`The place of dossier ${event.dossierId} is asked for before it is learnt.`);
      return this.#stream
        .putOn(fact.intervals, event)
        .map((interval, index) => ({ event, fact, interval, index, placement: placement.id }));
    });
    await writeFactRows(database, tableSet, rows);
    return rows;
  }

  async #enrich(
    database: Queryable,
    tableSet: TableSet,
    shard: number,
    enrichments: readonly Enrichment<Event>[],
    waiting: readonly EnrichmentRow<Event>[],
  ): Promise<ReadonlySet<string>> {
    const changes = new CellChanges(this.#days);
    const rows = [...waiting, ...enrichments.flatMap((it) => this.#change(it, changes))];
    if (rows.length > 0) await this.#stream.write(database, tableSet, rows);
    await this.#series.learn(changes.leaves());
    const cells = changes.toCells((leaf) => this.#series.get(leaf));
    await writeCells(database, tableSet, shard, cells);
    return new Set(changes.leaves().flatMap(({ path }) => path));
  }

  #change({ event, before }: Enrichment<Event>, changes: CellChanges): readonly EnrichmentRow<Event>[] {
    const intervals = before.intervals.map(({ interval }) => interval);
    return this.#stream.putOn(intervals, event).map((interval, index) => {
      const stored = before.intervals[index];
      if (stored === undefined) throw new Error(`A side stream made spans of dossier ${event.dossierId}.`);
      changes.add(stored.placement, stored.interval, -1);
      changes.add(stored.placement, interval, 1);
      return { event, index, interval };
    });
  }
}
