import { nextWorkingMinute, parseCalendar, toLocalDate, type Instant, type WorkingCalendar } from '@motcua/calendar';
import type { LocalizedName, ProcedureDocument, ReasonDocument, UnitDocument, ReferenceKind } from '@motcua/contracts';
import { findLastBegun, isInForce, StaffBook, toCounterName, toOfficeName, type Post } from '@motcua/organisation';
import type { ReferenceHandlers, ReferenceVersions } from '@motcua/reference';
import { Injectable } from '@nestjs/common';

/** The kinds this service reads. */
type DirectoryKind = Extract<ReferenceKind, 'units' | 'procedures' | 'calendars' | 'staff' | 'reasons'>;

export const VIETNAM = 'Asia/Ho_Chi_Minh';

/** What a notice says of the office; in both languages, because which one an applicant reads is known when it is sent. */
export interface OfficeVariables {
  readonly unit: LocalizedName;
  readonly counter: LocalizedName;
  readonly handlingUnit: LocalizedName;
  readonly telephone?: string;
}

/** Units, their staff and calendars and the names of procedures and reasons, as the catalogue publishes them, in memory. */
@Injectable()
export class UnitDirectory implements ReferenceHandlers<DirectoryKind> {
  readonly #units = new Map<string, ReferenceVersions<'units'>>();
  readonly #calendars = new Map<string, WorkingCalendar>();
  readonly #procedures = new Map<string, ProcedureDocument>();
  readonly #reasons = new Map<string, ReasonDocument>();
  readonly #staff = new StaffBook();

  readonly handlers: ReferenceHandlers<DirectoryKind>['handlers'] = {
    units: (code, versions) => {
      this.#units.set(code, versions);
    },
    procedures: (code, versions) => {
      keep(this.#procedures, code, newestOf(versions));
    },
    reasons: (code, versions) => {
      keep(this.#reasons, code, newestOf(versions));
    },
    calendars: (id, versions) => {
      const document = newestOf(versions);
      const parsed = document === undefined ? undefined : parseCalendar(document);
      keep(this.#calendars, id, parsed?.ok === true ? parsed.calendar : undefined);
    },
    staff: (id, versions) => {
      this.#staff.put(id, versions);
    },
  };

  remove(kind: DirectoryKind, code: string): void {
    if (kind === 'staff') {
      this.#staff.remove(code);
      return;
    }
    const entries = { units: this.#units, procedures: this.#procedures, reasons: this.#reasons, calendars: this.#calendars };
    entries[kind].delete(code);
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

  /** The authority as applicants read it, who handles their dossier, and where they ask (NĐ 224/2026 Art. 15). */
  officeOf(unit: string, handlingUnit: string): OfficeVariables {
    const [responsible = { kind: 'commune', name: { vi: unit } } as const, above] = this.#lineageOf(unit);
    const seat = responsible.kind === 'department' ? (above ?? responsible) : responsible;
    const telephone = [...this.#lineageOf(handlingUnit), ...this.#lineageOf(unit)].find(
      (one) => one.telephone !== undefined,
    )?.telephone;
    return {
      unit: toOfficeName(responsible),
      counter: toCounterName(seat, this.dateOf(unit, Date.now())),
      handlingUnit: handlingUnit === unit ? toOfficeName(responsible) : this.nameOf(handlingUnit),
      ...(telephone === undefined ? {} : { telephone }),
    };
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

const newestOf = <Document>(versions: readonly { readonly document: Document }[]): Document | undefined =>
  versions.at(-1)?.document;

function keep<Value>(values: Map<string, Value>, key: string, value: Value | undefined): void {
  if (value === undefined) values.delete(key);
  else values.set(key, value);
}
