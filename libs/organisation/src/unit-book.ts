import { pathAt } from './lookups.ts';
import { createOrganisation, type Organisation } from './organisation.ts';
import { toUnit, type Instant, type WrittenUnit } from './unit.ts';
import { toSuccession } from './validity.ts';

/** The tree of units, as the catalogue publishes it entry by entry, with its history. */
export class UnitBook<Document extends WrittenUnit = WrittenUnit> {
  readonly #units = new Map<string, readonly Document[]>();
  #organisation: Organisation | undefined;

  /** @param versions every version of one code; where a later one was written over an earlier, no day has two */
  put(code: string, versions: readonly { readonly version: number; readonly document: Document }[]): void {
    this.#units.set(code, toSuccession(versions));
    this.#organisation = undefined;
  }

  remove(code: string): void {
    this.#units.delete(code);
    this.#organisation = undefined;
  }

  has(code: string): boolean {
    return this.#units.has(code);
  }

  /** The documents of a code as they follow each other in time; undefined where it is not known. */
  findHistory(code: string): readonly Document[] | undefined {
    return this.#units.get(code);
  }

  /** The path of a unit at a moment, or when it last was valid: who may see what belongs to it. Undefined where it is not known. */
  findPath(code: string, at: Instant): readonly string[] | undefined {
    const path = pathAt(this.organisation, code, at);
    const last = this.#units.get(code)?.at(-1);
    return path ?? (last === undefined ? undefined : pathAt(this.organisation, code, last.validTo ?? last.validFrom));
  }

  /** Codes of the units below a unit, itself included, at a moment or when they last were valid: whose work of today its own may see. */
  listBelow(code: string, at: Instant): readonly string[] {
    return this.listSubtree(code).filter((unit) => unit === code || this.findPath(unit, at)?.includes(code) === true);
  }

  /** Codes of all units that ever lay in the subtree of a unit, itself included. */
  listSubtree(code: string): readonly string[] {
    const { units } = this.organisation;
    const found = new Set([code]);
    for (let size = 0; size !== found.size;) {
      size = found.size;
      for (const unit of units) if (unit.parent !== null && found.has(unit.parent)) found.add(unit.code);
    }
    return [...found];
  }

  /** All that is known, for the questions that name a date. Made once between two changes. */
  get organisation(): Organisation {
    this.#organisation ??= createOrganisation([...this.#units.values()].flat().map(toUnit));
    return this.#organisation;
  }
}
