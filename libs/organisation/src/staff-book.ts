import type { LocalDate } from './unit.ts';
import { isInForce, type Valid } from './validity.ts';

export type StaffRole = 'counter-officer' | 'specialist' | 'head' | 'leader';

/** What somebody does in a unit, for as long as it holds. */
export interface Post extends Valid {
  readonly id: string;
  readonly unit: string;
  readonly role: StaffRole;
}

/** Who works where on which day, as the catalogue publishes it, with its history. */
export class StaffBook {
  readonly #posts = new Map<string, readonly Post[]>();
  readonly #byUnit = new Map<string, Set<string>>();

  get size(): number {
    return this.#posts.size;
  }

  /** @param versions every version of one staff id, oldest first: of two that begin on one day the later one counts */
  put(id: string, versions: readonly { readonly document: Post }[]): void {
    this.remove(id);
    const posts = [...new Map(versions.map(({ document }) => [document.validFrom, document])).values()];
    this.#posts.set(id, posts);
    for (const { unit } of posts) this.#byUnit.set(unit, (this.#byUnit.get(unit) ?? new Set()).add(id));
  }

  remove(id: string): void {
    for (const { unit } of this.#posts.get(id) ?? []) this.#byUnit.get(unit)?.delete(id);
    this.#posts.delete(id);
  }

  /** Whether the catalogue has, or had, anybody of this id. */
  has(id: string): boolean {
    return this.#posts.has(id);
  }

  /** Every post of an id, in the order in which they were first written; undefined where the id is not known. */
  findHistory(id: string): readonly Post[] | undefined {
    return this.#posts.get(id);
  }

  /** What somebody does on a local date; undefined: nothing, or nobody has this id. */
  find(id: string, date: LocalDate): Post | undefined {
    return this.#posts.get(id)?.find((post) => isInForce(post, date));
  }

  /** Who works in a unit on a local date, by id. */
  listOf(unit: string, date: LocalDate): readonly Post[] {
    const ids = [...(this.#byUnit.get(unit) ?? [])].sort();
    return ids.flatMap((id) => this.find(id, date) ?? []).filter((post) => post.unit === unit);
  }

  /** Whether anybody at all is entered for a unit on a local date. */
  isStaffed(unit: string, date: LocalDate): boolean {
    for (const id of this.#byUnit.get(unit) ?? []) if (this.find(id, date)?.unit === unit) return true;
    return false;
  }

  /** Units in which anybody works or worked. */
  listUnits(): string[] {
    return [...this.#byUnit].filter(([, ids]) => ids.size > 0).map(([unit]) => unit);
  }
}
