import type { ReferenceKind } from '@motcua/contracts';
import { isOlder, parseEntry, toMark, type EntryMark, type ReferenceEntry } from './reference-entry.ts';
import type { ReferenceHandlers } from './reference-handlers.ts';

/** What became of a record: an entry is taken, taken back, known to the letter, or older than what is known. */
export type Taken<Kind extends ReferenceKind> =
  | { readonly kind: 'taken'; readonly entry: ReferenceEntry<Kind> }
  | { readonly kind: 'removed' }
  | { readonly kind: 'known' }
  | { readonly kind: 'older'; readonly entry: ReferenceEntry<Kind> };

/** Entries of the catalogue in memory: every one validated, the newest of each kept, whatever the order in which they come. */
export class ReferenceCache<Kind extends ReferenceKind = ReferenceKind> {
  readonly #marks: ReadonlyMap<Kind, Map<string, EntryMark>>;

  constructor(
    readonly kinds: readonly Kind[],
    private readonly data: ReferenceHandlers<Kind>,
  ) {
    this.#marks = new Map(kinds.map((kind) => [kind, new Map<string, EntryMark>()]));
  }

  /** @param body the event as JSON; null: the entry was taken back. @throws where the record keeps no contract; then nothing changes */
  take(kind: Kind, code: string, body: string | null): Taken<Kind> {
    const marks = this.#of(kind);
    if (body === null) {
      marks.delete(code);
      this.data.remove(kind, code);
      return { kind: 'removed' };
    }
    const entry = parseEntry(kind, code, body);
    const mark = toMark(entry);
    const known = marks.get(code);
    if (known?.digest === mark.digest) return { kind: 'known' };
    if (known !== undefined && isOlder(mark, known)) return { kind: 'older', entry };
    const { handlers } = this.data;
    handlers[kind](code, entry.event.data.versions);
    marks.set(code, mark);
    return { kind: 'taken', entry };
  }

  /** How many entries of each kind are known. */
  counts(): Readonly<Record<Kind, number>> {
    const counts = this.kinds.map((kind) => [kind, this.#of(kind).size] as const);
    return Object.fromEntries(counts) as Record<Kind, number>; // exactly the kinds
  }

  #of(kind: Kind): Map<string, EntryMark> {
    const marks = this.#marks.get(kind);
    if (marks === undefined) throw new Error(`${kind} are not read here`);
    return marks;
  }
}
