import type { LocalDays } from '@motcua/indicators';
import type { Queryable } from '../database/queryable.ts';
import type { DossierEvent } from '../events/dossier-event.ts';
import { CellChanges } from './cells/cell-changes.ts';
import { LeafLines } from './cells/leaf-lines.ts';
import { writeCells } from './cells/write-cells.ts';
import type { Dictionary } from './dictionary/dictionary.ts';
import { writeDocuments, type DocumentedRow } from './documents/write-documents.ts';
import type { DossierFact } from './facts/dossier-fact.ts';
import type { FactRow } from './facts/fact-columns.ts';
import { foldDossier } from './facts/fold-dossier.ts';
import { readFacts, type StoredFact } from './facts/read-facts.ts';
import { deleteSpansFrom, writeFacts } from './facts/write-facts.ts';
import type { Slot } from './slot.ts';

export interface Projected {
  /** Dossiers whose fact is new. */
  readonly dossiers: number;
  /** Codes of the units whose figures may have changed, those above included. */
  readonly units: ReadonlySet<string>;
}

interface Folded {
  readonly before: StoredFact | undefined;
  readonly after: DossierFact;
}

/** Brings facts and cells up to the newest of the events: adds each dossier's new contribution and takes back the stored row's. */
export class EventProjector {
  readonly #dictionary: Dictionary;
  readonly #lines: LeafLines;
  readonly #days: LocalDays;

  constructor(dictionary: Dictionary, days: LocalDays) {
    this.#dictionary = dictionary;
    this.#lines = new LeafLines(dictionary);
    this.#days = days;
  }

  /** `events` in log order. Safe to be repeated: what is not newer than the stored version changes nothing. */
  async project(database: Queryable, slot: Slot, shard: number, events: readonly DossierEvent[]): Promise<Projected> {
    const grouped = groupByDossier(events);
    const stored = await readFacts(database, slot, this.#dictionary, [...grouped.keys()]);
    const folded = this.#fold(grouped, stored);
    const units = new Set<string>();
    if (folded.length === 0) return { dossiers: 0, units };

    await this.#learnPlaces(folded);
    const rows = folded.flatMap(({ after }) => this.#toRows(after));
    const changes = this.#toChanges(folded, rows);
    await this.#lines.learn(changes.leaves());
    // The cells are reckoned while the database writes the facts.
    const [cells] = await Promise.all([
      Promise.resolve().then(() => changes.toCells((leaf) => this.#lines.get(leaf))),
      writeFacts(database, slot, rows),
    ]);
    await deleteSpansFrom(database, slot, folded.flatMap(toSurplus));
    await writeDocuments(database, slot, folded.flatMap(toNewSpans));
    await writeCells(database, slot, shard, cells);
    for (const { path } of changes.leaves()) for (const unit of path) units.add(unit);
    return { dossiers: folded.length, units };
  }

  #fold(grouped: ReadonlyMap<string, readonly DossierEvent[]>, stored: ReadonlyMap<string, StoredFact>): readonly Folded[] {
    const folded: Folded[] = [];
    for (const [dossierId, events] of grouped) {
      const before = stored.get(dossierId);
      const after = foldDossier(before, events, this.#days);
      if (after !== undefined) folded.push({ before, after });
    }
    return folded.sort((one, other) => (one.after.dossierId < other.after.dossierId ? -1 : 1));
  }

  async #learnPlaces(folded: readonly Folded[]): Promise<void> {
    const spans = folded.flatMap(({ after }) => after.spans);
    const unknown = spans.filter((span) => this.#dictionary.findPlace(span.timeZone, span) === undefined);
    await this.#dictionary.learnPlaces(unknown.map((span) => ({ timeZone: span.timeZone, holder: span })));
  }

  #toRows(fact: DossierFact): readonly FactRow[] {
    return fact.spans.map((span, index) => {
      const place = this.#dictionary.findPlace(span.timeZone, span);
      if (place === undefined) throw new Error(`The place of dossier ${fact.dossierId} is asked for before it is learnt.`);
      return { fact, span, index, place: place.id };
    });
  }

  #toChanges(folded: readonly Folded[], rows: readonly FactRow[]): CellChanges {
    const changes = new CellChanges(this.#days);
    for (const { before } of folded) for (const { place, span } of before?.spans ?? []) changes.add(place, span, -1);
    for (const { place, span } of rows) changes.add(place, span, 1);
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
const toNewSpans = ({ before, after: { dossierId, digitizationVersion, spans } }: Folded): DocumentedRow[] =>
  digitizationVersion === 0
    ? []
    : spans.map((span, index) => ({ dossierId, digitizationVersion, index, span })).slice(before?.spans.length);

const toSurplus = ({ before, after }: Folded): { dossierId: string; from: number }[] =>
  before !== undefined && before.spans.length > after.spans.length
    ? [{ dossierId: after.dossierId, from: after.spans.length }]
    : [];
