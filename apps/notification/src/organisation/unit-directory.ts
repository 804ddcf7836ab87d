import { nextWorkingMinute, parseCalendar, toLocalDate, type Instant, type WorkingCalendar } from '@motcua/calendar';
import type {
  CalendarDocument,
  LocalizedName,
  ProcedureDocument,
  ReasonDocument,
  StaffDocument,
  UnitDocument,
} from '@motcua/contracts';
import { findLastBegun, isInForce, StaffBook, type Post } from '@motcua/organisation';

interface Versions<Document> {
  readonly data: { readonly versions: readonly { readonly version: number; readonly document: Document }[] };
}

export const VIETNAM = 'Asia/Ho_Chi_Minh';

/** Units, their staff and calendars and the names of procedures and reasons, as the catalogue publishes them, in memory. */
export class UnitDirectory {
  readonly #units = new Map<string, Versions<UnitDocument>['data']['versions']>();
  readonly #calendars = new Map<string, WorkingCalendar>();
  readonly #procedures = new Map<string, ProcedureDocument>();
  readonly #reasons = new Map<string, ReasonDocument>();
  readonly #staff = new StaffBook();
  #isLoaded = false;

  /** Whether everything that was published before the start is known. */
  get isLoaded(): boolean {
    return this.#isLoaded;
  }

  setLoaded(): void {
    this.#isLoaded = true;
  }

  /** Records of the compacted topics; null deletes. */
  putUnit(code: string, value: Buffer | null): void {
    keep(this.#units, code, value === null ? undefined : parse<UnitDocument>(value).data.versions);
  }

  putProcedure(code: string, value: Buffer | null): void {
    keep(this.#procedures, code, value === null ? undefined : newestOf(parse<ProcedureDocument>(value)));
  }

  putReason(code: string, value: Buffer | null): void {
    keep(this.#reasons, code, value === null ? undefined : newestOf(parse<ReasonDocument>(value)));
  }

  putCalendar(id: string, value: Buffer | null): void {
    const document = value === null ? undefined : newestOf(parse<CalendarDocument>(value));
    const parsed = document === undefined ? undefined : parseCalendar(document);
    keep(this.#calendars, id, parsed?.ok === true ? parsed.calendar : undefined);
  }

  putStaff(id: string, value: Buffer | null): void {
    if (value === null) this.#staff.remove(id);
    else this.#staff.put(id, parse<StaffDocument>(value).data.versions);
  }

  /** Whether the catalogue has, or had, anybody of this id: then it alone says where they work. */
  knowsStaff(id: string): boolean {
    return this.#staff.has(id);
  }

  /** What somebody does at a moment, on the clock of the unit in which they do it. */
  findPost(id: string, at: Instant): Post | undefined {
    return this.#staff.findHistory(id)?.find((post) => isInForce(post, this.dateOf(post.unit, at)));
  }

  /** Who works in a unit at a moment. */
  listPosts(unit: string, at: Instant): readonly Post[] {
    return this.#staff.listOf(unit, this.dateOf(unit, at));
  }

  /** Units in which anybody works or worked. */
  listStaffedUnits(): readonly string[] {
    return this.#staff.listUnits();
  }

  /** Codes from the root to the unit by today's tree, or that in which it last was; the unit alone where the catalogue does not know it. */
  pathOf(code: string): readonly string[] {
    const lineage = this.#lineageOf(code);
    return lineage.length === 0 ? [code] : lineage.map((unit) => unit.code).toReversed();
  }

  has(code: string): boolean {
    return this.#units.has(code);
  }

  /** Whether the unit is one of the state on a date, or has been dissolved by then. */
  existsOn(code: string, date: string): boolean {
    return this.#units.get(code)?.some(({ document }) => isInForce(document, date)) === true;
  }

  nameOf(unit: string): LocalizedName {
    return this.#findUnit(unit)?.name ?? { vi: unit };
  }

  procedureNameOf(code: string): LocalizedName {
    return this.#procedures.get(code)?.name ?? { vi: code };
  }

  /** undefined: the catalogue does not know it, and a code is nothing to show anybody. */
  findReasonName(code: string): LocalizedName | undefined {
    return this.#reasons.get(code)?.name;
  }

  /** The calendar a unit works by: its own, or that of the nearest unit above which has one. */
  calendarOf(unit: string): WorkingCalendar | undefined {
    const id = this.#lineageOf(unit).find(({ calendar }) => calendar !== undefined)?.calendar;
    return id === undefined ? undefined : this.#calendars.get(id);
  }

  timeZoneOf(unit: string): string {
    return this.calendarOf(unit)?.timeZone ?? VIETNAM;
  }

  /** `now` where the unit is open or nothing is known of its hours, else its next opening. */
  nextOpen(unit: string, now: Instant): Instant {
    const calendar = this.calendarOf(unit);
    if (calendar === undefined) return now;
    return Math.max(now, nextWorkingMinute(calendar, now));
  }

  dateOf(unit: string, at: Instant): string {
    return toLocalDate(this.timeZoneOf(unit), at);
  }

  /** The version of today, else the last before; of a unit that is still to come, the first. */
  #findUnit(code: string): UnitDocument | undefined {
    return findLastBegun(this.#units.get(code) ?? [], toLocalDate(VIETNAM, Date.now()));
  }

  /** The unit first, the root last. */
  #lineageOf(code: string): readonly UnitDocument[] {
    const lineage: UnitDocument[] = [];
    for (let at = this.#findUnit(code); at !== undefined && !lineage.includes(at);) {
      lineage.push(at);
      at = at.parent === null ? undefined : this.#findUnit(at.parent);
    }
    return lineage;
  }
}

/** The catalogue checks what it publishes. */
const parse = <Document>(value: Buffer): Versions<Document> => JSON.parse(value.toString()) as Versions<Document>;
const newestOf = <Document>({ data }: Versions<Document>): Document | undefined => data.versions.at(-1)?.document;

function keep<Value>(values: Map<string, Value>, key: string, value: Value | undefined): void {
  if (value === undefined) values.delete(key);
  else values.set(key, value);
}
