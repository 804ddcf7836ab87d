import type { ReformDocument } from '@motcua/contracts';
import { pickSuccessor, type Successor } from '@motcua/organisation';

/** Who goes on with what the units of a reform owned, by unit and field. */
export class SuccessionOfUnits {
  readonly #bySource = new Map<string, Successor[]>();

  constructor({ successions }: Pick<ReformDocument, 'successions'>) {
    for (const { from, field, to } of successions) {
      const known = this.#bySource.get(from) ?? [];
      this.#bySource.set(from, [...known, field === undefined ? { unit: to } : { unit: to, field }]);
    }
  }

  /** The units that end. */
  get sources(): readonly string[] {
    return [...this.#bySource.keys()];
  }

  has(unit: string): boolean {
    return this.#bySource.has(unit);
  }

  listOf(unit: string): readonly Successor[] {
    return this.#bySource.get(unit) ?? [];
  }

  /** Undefined: nobody goes on with the field. Of a unit that does not end, itself. */
  find(unit: string, field: string): string | undefined {
    const successors = this.#bySource.get(unit);
    return successors === undefined ? unit : pickSuccessor(successors, field);
  }

  /** The one unit that goes on with all of it; undefined: there are several. */
  findOnly(unit: string): string | undefined {
    const [first, ...others] = new Set(this.listOf(unit).map((successor) => successor.unit));
    return others.length === 0 ? first : undefined;
  }
}
