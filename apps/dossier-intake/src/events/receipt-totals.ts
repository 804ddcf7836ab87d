import { MAX_LISTED_REFUSALS, type EventsReceipt } from '@motcua/contracts';
import type { Language } from '@motcua/http';
import { isAtOrBeyond } from '@motcua/outbox';
import type { EventPlace } from '../dossiers/dossier.store.ts';
import { DistinctDossiers } from './distinct-dossiers.ts';
import { toRefusedLine, type Rejection } from './rejection.ts';
import type { ChunkOutcome } from './take-chunk.ts';

/** Adds up what became of the lines, in as much memory after a million of them as after a thousand. */
export class ReceiptTotals {
  #accepted = 0;
  #alreadyThere = 0;
  #refused = 0;
  #rejections: Rejection[] = [];
  readonly #touched = new DistinctDossiers();
  #place: EventPlace | null = null;

  addRejection(rejection: Rejection): void {
    this.#refused += 1;
    this.#rejections.push(rejection);
    // Chunks end in any order: the first by line are known only at the end, but never lie behind the first of those there are.
    if (this.#rejections.length >= 2 * MAX_LISTED_REFUSALS) this.#rejections = this.#firstByLine();
  }

  addChunk(outcome: ChunkOutcome): void {
    this.#accepted += outcome.accepted;
    this.#alreadyThere += outcome.alreadyThere;
    for (const rejection of outcome.rejections) this.addRejection(rejection);
    for (const dossierId of outcome.touched) this.#touched.add(dossierId);
    this.#place = later(this.#place, outcome.place);
  }

  /** For whom the upload ended early: how much of it was taken. */
  toCounts(): { readonly accepted: number; readonly alreadyThere: number; readonly refused: number } {
    return { accepted: this.#accepted, alreadyThere: this.#alreadyThere, refused: this.#refused };
  }

  toReceipt(language: Language): EventsReceipt {
    return {
      accepted: this.#accepted,
      alreadyThere: this.#alreadyThere,
      refused: this.#firstByLine().map((rejection) => toRefusedLine(rejection, language)),
      refusedCount: this.#refused,
      dossiers: this.#touched.size,
      position: this.#place === null ? null : { ...this.#place },
    };
  }

  #firstByLine(): Rejection[] {
    return this.#rejections.toSorted((left, right) => left.line - right.line).slice(0, MAX_LISTED_REFUSALS);
  }
}

function later(left: EventPlace | null, right: EventPlace | null): EventPlace | null {
  if (left === null || right === null) return left ?? right;
  return isAtOrBeyond(left, right) ? left : right;
}
