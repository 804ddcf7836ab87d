import type { EventsReceipt } from '@motcua/contracts';
import type { Language } from '@motcua/http';
import type { EventPlace } from '../dossiers/dossier.store.ts';
import { toRefusedLine, type Rejection } from './rejection.ts';
import type { ChunkOutcome } from './take-chunk.ts';

/** Adds up what became of the lines. */
export class ReceiptTotals {
  private accepted = 0;
  private alreadyThere = 0;
  private readonly rejections: Rejection[] = [];
  private readonly touched = new Set<string>();
  private place: EventPlace | null = null;

  addRejection(rejection: Rejection): void {
    this.rejections.push(rejection);
  }

  addChunk(outcome: ChunkOutcome): void {
    this.accepted += outcome.accepted;
    this.alreadyThere += outcome.alreadyThere;
    this.rejections.push(...outcome.rejections);
    for (const dossierId of outcome.touched) this.touched.add(dossierId);
    this.place = later(this.place, outcome.place);
  }

  toReceipt(language: Language): EventsReceipt {
    const refused = this.rejections.toSorted((left, right) => left.line - right.line);
    return {
      accepted: this.accepted,
      alreadyThere: this.alreadyThere,
      refused: refused.map((rejection) => toRefusedLine(rejection, language)),
      dossiers: this.touched.size,
      position: this.place === null ? null : { ...this.place },
    };
  }
}

/** Places are ordered by transaction, then by position; both are 64-bit numbers. */
function later(left: EventPlace | null, right: EventPlace | null): EventPlace | null {
  if (left === null || right === null) return left ?? right;
  const [a, b] = [BigInt(left.xid), BigInt(right.xid)];
  if (a !== b) return a > b ? left : right;
  return BigInt(left.position) >= BigInt(right.position) ? left : right;
}
