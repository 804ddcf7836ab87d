import type { WorkingCalendar } from '../working-calendar.ts';
import { parseCalendar } from './parse-calendar.ts';

/** The calendars of the catalogue by their id, each with its versions. */
export class CalendarBook {
  readonly #versions = new Map<string, readonly WorkingCalendar[]>();

  /**
   * @param documents every version of one id; those that cannot be parsed are left out: the catalogue refuses such documents, so
   * there should be none
   */
  put(id: string, documents: readonly unknown[]): void {
    const calendars = documents
      .map((document) => parseCalendar(document))
      .flatMap((parsed) => (parsed.ok ? [parsed.calendar] : []));
    this.#versions.set(
      id,
      calendars.toSorted((left, right) => left.version - right.version),
    );
  }

  remove(id: string): void {
    this.#versions.delete(id);
  }

  /** The versions of an id, oldest first; undefined where it is not known. */
  findVersions(id: string): readonly WorkingCalendar[] | undefined {
    return this.#versions.get(id);
  }

  findNewest(id: string): WorkingCalendar | undefined {
    return this.#versions.get(id)?.at(-1);
  }

  /** Ids with their versions, in the order in which they became known. */
  list(): (readonly [id: string, versions: readonly WorkingCalendar[]])[] {
    return [...this.#versions];
  }
}
