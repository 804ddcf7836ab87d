import { CalendarBook, type WorkingCalendar } from '@motcua/calendar';
import type { ProcedureDocument, ReasonDocument, ReferenceKind, RuleSetDocument, UnitDocument } from '@motcua/contracts';
import { createReasons, type Reasons } from '@motcua/dossier';
import { DocumentBook, findUnit, UnitBook } from '@motcua/organisation';
import type { ReferenceHandlers } from '@motcua/reference';
import { Injectable } from '@nestjs/common';

/** What the timers go by. */
export type FollowedKind = Extract<ReferenceKind, 'units' | 'procedures' | 'calendars' | 'rule-sets' | 'reasons'>;

/** What the catalogue published, held in memory with its history: rule sets, calendars, procedures, reasons and the tree of units. */
@Injectable()
export class ReferenceData implements ReferenceHandlers<FollowedKind> {
  readonly #units = new UnitBook<UnitDocument>();
  readonly #procedures = new DocumentBook<ProcedureDocument>();
  readonly #ruleSets = new DocumentBook<RuleSetDocument>();
  readonly #calendars = new CalendarBook();
  readonly #reasons = new DocumentBook<ReasonDocument>();
  readonly #books = {
    units: this.#units,
    procedures: this.#procedures,
    calendars: this.#calendars,
    'rule-sets': this.#ruleSets,
    reasons: this.#reasons,
  };
  #knownReasons: Reasons | undefined;
  readonly #tolerances = new Map<string, number>();

  readonly handlers: ReferenceHandlers<FollowedKind>['handlers'] = {
    units: (code, versions) => {
      this.#units.put(code, versions);
      this.#tolerances.clear();
    },
    procedures: (code, versions) => {
      this.#procedures.put(code, versions);
    },
    calendars: (code, versions) => {
      this.#calendars.put(
        code,
        versions.map(({ document }) => document),
      );
    },
    'rule-sets': (code, versions) => {
      this.#ruleSets.put(code, versions);
    },
    reasons: (code, versions) => {
      this.#reasons.put(code, versions);
      this.#knownReasons = undefined;
    },
  };

  remove(kind: FollowedKind, code: string): void {
    this.#knownReasons = undefined;
    this.#tolerances.clear();
    this.#books[kind].remove(code);
  }

  /** The reasons that a head may give. */
  getReasons(): Reasons {
    this.#knownReasons ??= createReasons(this.#reasons.list());
    return this.#knownReasons;
  }

  /** The rule set a dossier was received under, in its wording of that local date. */
  findRuleSet(code: string, date: string): RuleSetDocument | undefined {
    return this.#ruleSets.findOrNewest(code, date);
  }

  /** The procedure in its wording of that local date. */
  findProcedure(code: string, date: string): ProcedureDocument | undefined {
    return this.#procedures.findOrNewest(code, date);
  }

  /** Exactly the version a dossier carries; where it is older than all that are known, the oldest. A newer one is still to come. */
  findCalendar({ id, version }: { readonly id: string; readonly version: number }): WorkingCalendar | undefined {
    return this.#calendars.findVersions(id)?.find((calendar) => calendar.version >= version);
  }

  hasUnit(code: string): boolean {
    return this.#units.has(code);
  }

  /** The path of a unit now, or when it last was valid; empty where it is not known. */
  findPath(code: string, now: number): readonly string[] {
    return this.#units.findPath(code, now) ?? [];
  }

  /** Codes of the units below a unit, itself included, now or when they last were valid: whose work of today its own may see. */
  listBelow(code: string, now: number): readonly string[] {
    return this.#units.listBelow(code, now);
  }

  /** Codes of all units that ever lay in the subtree of a unit, itself included. */
  listSubtree(code: string): readonly string[] {
    return this.#units.listSubtree(code);
  }

  /** How late a click may be before it counts as late: of the nearest unit on the path that says so; 0 where none does. */
  findTolerance(path: readonly string[], now: number): number {
    const key = path.join('\n');
    const known = this.#tolerances.get(key);
    if (known !== undefined) return known;
    const minutes = this.#lookUpTolerance(path, now);
    this.#tolerances.set(key, minutes);
    return minutes;
  }

  #lookUpTolerance(path: readonly string[], now: number): number {
    const { organisation } = this.#units;
    for (const code of path.toReversed()) {
      const versions = this.#units.findHistory(code) ?? [];
      const unit = findUnit(organisation, code, now);
      const document = versions.find(({ validFrom }) => validFrom === unit?.validFrom) ?? versions.at(-1);
      if (document?.lateClickToleranceMinutes !== undefined) return document.lateClickToleranceMinutes;
    }
    return 0;
  }
}
