import type { Absence } from '@motcua/contracts';

/** Who stands in for whom on one day. */
export class StandIns {
  readonly #substitutes: ReadonlyMap<string, string>;

  /** @param absences those in force on that day */
  constructor(absences: readonly Pick<Absence, 'staff' | 'substitute'>[]) {
    this.#substitutes = new Map(absences.map(({ staff, substitute }) => [staff, substitute]));
  }

  /** Who has the work of somebody that day: who stands in may be absent too. undefined: they are there, or all who stand in are not. */
  find(officer: string): string | undefined {
    const seen = new Set([officer]);
    let present: string | undefined;
    for (let next = this.#substitutes.get(officer); next !== undefined; next = this.#substitutes.get(next)) {
      if (seen.has(next)) return undefined;
      seen.add(next);
      present = next;
    }
    return present;
  }
}
