import { CalendarBook, toLocalDate, type WorkingCalendar } from '@motcua/calendar';
import type {
  LocalizedName,
  ReferenceDocuments,
  ProcedureDocument,
  ReasonDocument,
  ReferenceKind,
  RuleSetDocument,
  UnitDocument,
} from '@motcua/contracts';
import {
  createReasons,
  type OfficerStanding,
  type ProcedureTerms,
  type Reasons,
  type ResponsibleUnit,
  type RuleSet,
} from '@motcua/dossier';
import { calendarOf, DocumentBook, findUnit, isInForce, pathAt, StaffBook, UnitBook, type Post } from '@motcua/organisation';
import type { ReferenceHandlers } from '@motcua/reference';
import { Injectable } from '@nestjs/common';

/** A unit on a day, with what its dossiers need. */
export interface UnitOnDay {
  readonly unit: ResponsibleUnit;
  readonly calendar: WorkingCalendar;
  /** The agency code that begins its dossier codes: its own or that of the nearest unit above which has one. */
  readonly dossierCode: string | undefined;
  /** The local date in the calendar's zone. */
  readonly date: string;
  /** People practise here. */
  readonly isTraining: boolean;
}

const MAX_ANSWERS = 200_000;

/**
 * What the catalogue published, held in memory with its history: every question names the moment it is about. Answers are kept until
 * the data change, because an import asks the same few things very often.
 */
@Injectable()
export class ReferenceData implements ReferenceHandlers {
  readonly #units = new UnitBook<UnitDocument>();
  readonly #procedures = new DocumentBook<ProcedureDocument>();
  readonly #ruleSets = new DocumentBook<RuleSetDocument>();
  readonly #calendars = new CalendarBook();
  readonly #staff = new StaffBook();
  readonly #reasons = new DocumentBook<ReasonDocument>();
  readonly #books = {
    units: this.#units,
    procedures: this.#procedures,
    'rule-sets': this.#ruleSets,
    calendars: this.#calendars,
    staff: this.#staff,
    reasons: this.#reasons,
  };
  #knownReasons: Reasons | undefined;
  #fields: ReadonlySet<string> | undefined;
  readonly #answers = new Map<string, UnitOnDay | undefined>();
  readonly #zones = new Map<string, string | undefined>();

  readonly handlers: ReferenceHandlers['handlers'] = {
    units: (code, versions) => {
      this.#units.put(code, versions);
      this.#forget();
    },
    procedures: (code, versions) => {
      this.#procedures.put(code, versions);
      this.#fields = undefined;
    },
    calendars: (code, versions) => {
      this.#calendars.put(
        code,
        versions.map(({ document }) => document),
      );
      this.#forget();
    },
    'rule-sets': (code, versions) => {
      this.#ruleSets.put(code, versions);
    },
    staff: (id, versions) => {
      this.#staff.put(id, versions);
    },
    reasons: (code, versions) => {
      this.#reasons.put(code, versions);
      this.#knownReasons = undefined;
    },
  };

  remove(kind: ReferenceKind, code: string): void {
    this.#knownReasons = undefined;
    this.#fields = undefined;
    this.#forget();
    this.#books[kind].remove(code);
  }

  /** The tree of units and the staff with their history, for questions about many of them at once. */
  get books(): { readonly units: UnitBook<UnitDocument>; readonly staff: StaffBook } {
    return { units: this.#units, staff: this.#staff };
  }

  /** The documents of one entry, oldest first; undefined where it is not known (yet). */
  findHistory(kind: ReferenceKind, code: string): readonly unknown[] | undefined {
    if (kind === 'calendars') return this.#calendars.findVersions(code)?.map(({ document }) => document);
    return this.#books[kind].findHistory(code);
  }

  /** What an entry was called on the day of a moment, or at last; undefined where it is not known. */
  findName(kind: 'units' | 'procedures' | 'reasons', code: string, at: number): LocalizedName | undefined {
    const date = new Date(at).toISOString().slice(0, 10);
    const history = this.#books[kind].findHistory(code);
    return (history?.find((document) => isInForce(document, date)) ?? history?.at(-1))?.name;
  }

  /** An entry as it was on the day of a moment, or at last; undefined where it is not known. */
  findDocument<Kind extends 'units' | 'procedures'>(kind: Kind, code: string, at: number): ReferenceDocuments[Kind] | undefined {
    const date = new Date(at).toISOString().slice(0, 10);
    const books = { units: this.#units, procedures: this.#procedures };
    const history = books[kind].findHistory(code) as readonly ReferenceDocuments[Kind][] | undefined;
    return history?.find((document) => isInForce(document, date)) ?? history?.at(-1);
  }

  /** The unit as it stood at a moment, with its path, its calendar and the local date; undefined where any of it is not known. */
  findUnit(code: string, at: number): UnitOnDay | undefined {
    const timeZone = this.#zoneOf(code, at);
    if (timeZone === undefined) return undefined;
    const date = toLocalDate(timeZone, at);
    const key = `${date} ${code}`;
    if (this.#answers.has(key)) return this.#answers.get(key);
    const answer = this.#lookUpUnit(code, date);
    if (this.#answers.size >= MAX_ANSWERS) this.#answers.clear();
    this.#answers.set(key, answer);
    return answer;
  }

  /** The local date of a unit at a moment; where nothing is known of its calendar, that of offices in general. */
  findToday(code: string | undefined, now: number): string {
    return (code === undefined ? undefined : this.findUnit(code, now)?.date) ?? toLocalDate('Asia/Ho_Chi_Minh', now);
  }

  /** Whether a unit is known on that day but nothing on its path names a calendar that is known: then no limit can be counted for it. */
  lacksCalendar(code: string, at: number): boolean {
    const day = new Date(at).toISOString().slice(0, 10);
    return this.#zoneOf(code, at) === undefined && findUnit(this.#units.organisation, code, day) !== undefined;
  }

  /** Whether somebody works in a unit on a local date; `unstaffed`: nobody at all is entered for it, so that nothing can be said. */
  findStanding(id: string, unit: string, date: string): OfficerStanding {
    if (this.#staff.find(id, date)?.unit === unit) return 'staff';
    return this.#staff.isStaffed(unit, date) ? 'stranger' : 'unstaffed';
  }

  /** What somebody does on a local date; undefined: nothing, or nobody has this id. */
  findPost(id: string, date: string): Post | undefined {
    return this.#staff.find(id, date);
  }

  findProcedure(code: string, date: string): ProcedureTerms | undefined {
    return this.#procedures.find(code, date);
  }

  /** The papers that a procedure asks for on a day; none where it lists none, or is not known. */
  listComponents(code: string, date: string): NonNullable<ProcedureDocument['components']> {
    return this.#procedures.find(code, date)?.components ?? [];
  }

  /** The reasons that commands are given with. */
  getReasons(): Reasons {
    this.#knownReasons ??= createReasons(this.#reasons.list());
    return this.#knownReasons;
  }

  /** Whether a procedure of the catalogue, in any wording, belongs to the field. */
  hasField(code: string): boolean {
    this.#fields ??= new Set(this.#procedures.list().map(({ field }) => field));
    return this.#fields.has(code);
  }

  /** The rule set in force on the date of receipt. */
  findRuleSet(date: string): RuleSet | undefined {
    return this.#ruleSets.list().find((document) => isInForce(document, date));
  }

  /** The rule set a dossier was received under, in its wording of that day. */
  findRuleSetByCode(code: string, date: string): RuleSet | undefined {
    return this.#ruleSets.findOrNewest(code, date);
  }

  /** The version a dossier was given; where it is gone, the newest. */
  findCalendar({ id, version }: { readonly id: string; readonly version: number }): WorkingCalendar | undefined {
    const versions = this.#calendars.findVersions(id);
    return versions?.find((calendar) => calendar.version === version) ?? versions?.at(-1);
  }

  findNewestCalendar(id: string): WorkingCalendar | undefined {
    return this.#calendars.findNewest(id);
  }

  /** The versions of each calendar that are known, oldest first. */
  listCalendarVersions(): { readonly id: string; readonly versions: readonly number[] }[] {
    return this.#calendars.list().map(([id, versions]) => ({ id, versions: versions.map(({ version }) => version) }));
  }

  /** Codes of the units below a unit, itself included, now or when they last were valid: whose work of today its own may see. */
  listBelow(code: string, now: number): readonly string[] {
    return this.#units.listBelow(code, now);
  }

  /** Codes of all units that ever lay in the subtree of a unit, itself included. */
  listSubtree(code: string): readonly string[] {
    return this.#units.listSubtree(code);
  }

  /** The path of a unit now, or when it last was valid: who may see what belongs to it. */
  findPath(code: string, now: number): readonly string[] | undefined {
    return this.#units.findPath(code, now);
  }

  #lookUpUnit(code: string, date: string): UnitOnDay | undefined {
    const { organisation } = this.#units;
    const unit = findUnit(organisation, code, date);
    const path = pathAt(organisation, code, date);
    const calendar = this.findNewestCalendar(calendarOf(organisation, code, date) ?? '');
    if (unit === undefined || path === undefined || calendar === undefined) return undefined;
    const dossierCode = path.toReversed().map((ancestor) => findUnit(organisation, ancestor, date)?.dossierCode);
    return {
      unit: { code, path, kind: unit.kind },
      calendar,
      date,
      dossierCode: dossierCode.find((found) => found !== undefined),
      isTraining: path.some((ancestor) => findUnit(organisation, ancestor, date)?.training === true),
    };
  }

  /** A moment's date needs a zone, the zone the unit's calendar, the calendar a date: the date in UTC is near enough to find it. */
  #zoneOf(code: string, at: number): string | undefined {
    const near = new Date(at).toISOString().slice(0, 10);
    const key = `zone ${near} ${code}`;
    if (this.#zones.has(key)) return this.#zones.get(key);
    const { organisation } = this.#units;
    const days = [near, toLocalDate('Asia/Ho_Chi_Minh', at), new Date(at - 12 * 3_600_000).toISOString().slice(0, 10)];
    const id = days.map((day) => calendarOf(organisation, code, day)).find((found) => found !== undefined);
    const zone = id === undefined ? undefined : this.findNewestCalendar(id)?.timeZone;
    if (this.#zones.size >= MAX_ANSWERS) this.#zones.clear();
    this.#zones.set(key, zone);
    return zone;
  }

  #forget(): void {
    this.#answers.clear();
    this.#zones.clear();
  }
}
