import type { LocalDays } from '@motcua/indicators';
import type { Queryable } from '../../database/queryable.ts';
import type { SideEvent } from '../../events/side-event.ts';
import { CellChanges } from '../cells/cell-changes.ts';
import { LeafLines } from '../cells/leaf-lines.ts';
import { writeCells } from '../cells/write-cells.ts';
import type { Dictionary } from '../dictionary/dictionary.ts';
import { readFacts, type StoredFact } from '../facts/read-facts.ts';
import { writeFacts } from '../facts/write-facts.ts';
import type { Projected } from '../project-events.ts';
import type { Slot } from '../slot.ts';
import { pickNewestBy } from './pick-newest-by.ts';
import type { SideRow, SideStream } from './side-stream.ts';
import { toWaitingFact } from './waiting-fact.ts';

interface Told<Event> {
  readonly event: Event;
  readonly before: StoredFact;
}

/** Brings facts and cells up to the newest of a side stream. Must run beside no other batch of the slot: see `enterActiveSlot`. */
export class SideProjector<Event extends SideEvent> {
  readonly #dictionary: Dictionary;
  readonly #lines: LeafLines;
  readonly #days: LocalDays;
  readonly #stream: SideStream<Event>;

  constructor(dictionary: Dictionary, days: LocalDays, stream: SideStream<Event>) {
    this.#dictionary = dictionary;
    this.#lines = new LeafLines(dictionary);
    this.#days = days;
    this.#stream = stream;
  }

  /** Safe to be repeated: what is not newer than what is stored changes nothing. */
  async project(database: Queryable, slot: Slot, shard: number, events: readonly Event[]): Promise<Projected> {
    const newest = pickNewestBy(events, this.#stream.numberOf);
    const stored = await readFacts(
      database,
      slot,
      this.#dictionary,
      newest.map(({ dossierId }) => dossierId),
    );
    const early = newest.filter(({ dossierId }) => !stored.has(dossierId));
    const told = newest.flatMap((event) => this.#toTold(event, stored.get(event.dossierId)));
    const waiting = await this.#keepWaiting(database, slot, early);
    const units = await this.#tell(database, slot, shard, told, waiting);
    return { dossiers: early.length + told.length, units };
  }

  #toTold(event: Event, before: StoredFact | undefined): Told<Event>[] {
    const { numberOf } = this.#stream;
    return before !== undefined && numberOf(event) > numberOf(before) ? [{ event, before }] : [];
  }

  /** Answers the rows that now wait, for the stream to put on them what it says. */
  async #keepWaiting(database: Queryable, slot: Slot, events: readonly Event[]): Promise<readonly SideRow<Event>[]> {
    if (events.length === 0) return [];
    await this.#dictionary.learnPlaces(events.map(({ timeZone, holder }) => ({ timeZone, holder })));
    const rows = events.flatMap((event) => {
      const fact = toWaitingFact(event, this.#days);
      const place = this.#dictionary.findPlace(event.timeZone, event.holder);
      if (place === undefined) throw new Error(`The place of dossier ${event.dossierId} is asked for before it is learnt.`);
      return this.#stream.putOn(fact.spans, event).map((span, index) => ({ event, fact, span, index, place: place.id }));
    });
    await writeFacts(database, slot, rows);
    return rows;
  }

  async #tell(
    database: Queryable,
    slot: Slot,
    shard: number,
    told: readonly Told<Event>[],
    waiting: readonly SideRow<Event>[],
  ): Promise<ReadonlySet<string>> {
    const changes = new CellChanges(this.#days);
    const rows = [...waiting, ...told.flatMap((it) => this.#change(it, changes))];
    if (rows.length > 0) await this.#stream.write(database, slot, rows);
    await this.#lines.learn(changes.leaves());
    const cells = changes.toCells((leaf) => this.#lines.get(leaf));
    await writeCells(database, slot, shard, cells);
    return new Set(changes.leaves().flatMap(({ path }) => path));
  }

  #change({ event, before }: Told<Event>, changes: CellChanges): readonly SideRow<Event>[] {
    const spans = before.spans.map(({ span }) => span);
    return this.#stream.putOn(spans, event).map((span, index) => {
      const stored = before.spans[index];
      if (stored === undefined) throw new Error(`A side stream made spans of dossier ${event.dossierId}.`);
      changes.add(stored.place, stored.span, -1);
      changes.add(stored.place, span, 1);
      return { event, index, span };
    });
  }
}
