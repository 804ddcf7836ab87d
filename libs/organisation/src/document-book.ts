import type { LocalDate } from './unit.ts';
import { isInForce, toSuccession, type Valid } from './validity.ts';

/** Documents of the catalogue by their code, each with its wordings as they follow each other in time. */
export class DocumentBook<Document extends Valid> {
  readonly #wordings = new Map<string, readonly Document[]>();

  /** @param versions every version of one code; where a later one was written over an earlier, no day has two */
  put(code: string, versions: readonly { readonly version: number; readonly document: Document }[]): void {
    this.#wordings.set(code, toSuccession(versions));
  }

  remove(code: string): void {
    this.#wordings.delete(code);
  }

  /** The wordings of a code, oldest first; undefined where it is not known. */
  findHistory(code: string): readonly Document[] | undefined {
    return this.#wordings.get(code);
  }

  /** The wording in force on a local date. */
  find(code: string, date: LocalDate): Document | undefined {
    return this.#wordings.get(code)?.find((document) => isInForce(document, date));
  }

  /** The wording in force on a local date; where there is none, the newest. */
  findOrNewest(code: string, date: LocalDate): Document | undefined {
    return this.find(code, date) ?? this.#wordings.get(code)?.at(-1);
  }

  /** Every wording of every code, in the order in which the codes became known. */
  list(): Document[] {
    return [...this.#wordings.values()].flat();
  }
}
