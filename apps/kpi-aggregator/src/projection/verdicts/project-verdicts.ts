import { judgeSpans, type LocalDays } from '@motcua/indicators';
import type { Queryable } from '../../database/queryable.ts';
import type { VerdictEvent } from '../../events/verdict-event.ts';
import { CellChanges } from '../cells/cell-changes.ts';
import { LeafLines } from '../cells/leaf-lines.ts';
import { writeCells } from '../cells/write-cells.ts';
import type { Dictionary } from '../dictionary/dictionary.ts';
import { readFacts, type StoredFact } from '../facts/read-facts.ts';
import { writeFacts } from '../facts/write-facts.ts';
import type { Projected } from '../project-events.ts';
import type { Slot } from '../slot.ts';
import { pickNewestVerdicts, toWaitingFact } from './judge-facts.ts';
import { writeVerdicts, type JudgedRow } from './write-verdicts.ts';

interface Judged {
  readonly event: VerdictEvent;
  readonly before: StoredFact;
}

/** Brings facts and cells up to the newest verdicts. Must run beside no other batch of the slot: see `enterActiveSlot`. */
export class VerdictProjector {
  readonly #dictionary: Dictionary;
  readonly #lines: LeafLines;
  readonly #days: LocalDays;

  constructor(dictionary: Dictionary, days: LocalDays) {
    this.#dictionary = dictionary;
    this.#lines = new LeafLines(dictionary);
    this.#days = days;
  }

  /** Safe to be repeated: a verdict that is not newer than the stored one changes nothing. */
  async project(database: Queryable, slot: Slot, shard: number, events: readonly VerdictEvent[]): Promise<Projected> {
    const newest = pickNewestVerdicts(events);
    const stored = await readFacts(
      database,
      slot,
      this.#dictionary,
      newest.map(({ dossierId }) => dossierId),
    );
    const waiting = newest.filter(({ dossierId }) => !stored.has(dossierId));
    const judged = newest.flatMap((event) => toJudged(event, stored.get(event.dossierId)));
    await this.#keepWaiting(database, slot, waiting);
    const units = await this.#judge(database, slot, shard, judged);
    return { dossiers: waiting.length + judged.length, units };
  }

  async #keepWaiting(database: Queryable, slot: Slot, events: readonly VerdictEvent[]): Promise<void> {
    if (events.length === 0) return;
    await this.#dictionary.learnPlaces(events.map(({ timeZone, holder }) => ({ timeZone, holder })));
    const rows = events.flatMap((event) => {
      const fact = toWaitingFact(event, this.#days);
      const place = this.#dictionary.findPlace(event.timeZone, event.holder);
      if (place === undefined) throw new Error(`The place of dossier ${event.dossierId} is asked for before it is learnt.`);
      return fact.spans.map((span, index) => ({ fact, span, index, place: place.id }));
    });
    await writeFacts(database, slot, rows);
  }

  async #judge(database: Queryable, slot: Slot, shard: number, judged: readonly Judged[]): Promise<ReadonlySet<string>> {
    const changes = new CellChanges(this.#days);
    const rows: JudgedRow[] = [];
    for (const { event, before } of judged) {
      const { dossierId, judgement, verdict } = event;
      const places = before.spans.map(({ place }) => place);
      for (const { place, span } of before.spans) changes.add(place, span, -1);
      for (const [index, span] of judgeSpans(
        before.spans.map((it) => it.span),
        verdict,
      ).entries()) {
        changes.add(places[index] ?? NaN, span, 1);
        rows.push({ dossierId, index, judgement, span });
      }
    }
    await writeVerdicts(database, slot, rows);
    await this.#lines.learn(changes.leaves());
    await writeCells(
      database,
      slot,
      shard,
      changes.toCells((leaf) => this.#lines.get(leaf)),
    );
    return new Set(changes.leaves().flatMap(({ path }) => path));
  }
}

const toJudged = (event: VerdictEvent, before: StoredFact | undefined): Judged[] =>
  before !== undefined && event.judgement > before.judgement ? [{ event, before }] : [];
