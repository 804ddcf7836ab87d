import { parseCalendar, type WorkingCalendar } from '@motcua/calendar';
import type {
  CalendarDocument,
  ProcedureDocument,
  ReasonDocument,
  ReferenceKind,
  RuleSetDocument,
  UnitDocument,
} from '@motcua/contracts';
import { createReasons, type Reasons } from '@motcua/dossier';
import {
  createOrganisation,
  findLastPath,
  findUnit,
  isInForce,
  type Organisation,
  toSuccession,
  toUnit,
} from '@motcua/organisation';
import type { ReferenceHandlers, ReferenceVersions } from '@motcua/reference';
import { Injectable } from '@nestjs/common';

/** What the timers go by. */
export type FollowedKind = Extract<ReferenceKind, 'units' | 'procedures' | 'calendars' | 'rule-sets' | 'reasons'>;

/** What the catalogue published, held in memory with its history: rule sets, calendars, procedures, reasons and the tree of units. */
@Injectable()
export class ReferenceData implements ReferenceHandlers<FollowedKind> {
  readonly #units = new Map<string, UnitDocument[]>();
  readonly #procedures = new Map<string, ProcedureDocument[]>();
  readonly #ruleSets = new Map<string, RuleSetDocument[]>();
  readonly #calendars = new Map<string, WorkingCalendar[]>();
  readonly #reasons = new Map<string, ReasonDocument[]>();
  #organisation: Organisation | undefined;
  #knownReasons: Reasons | undefined;
  readonly #tolerances = new Map<string, number>();

  readonly handlers: ReferenceHandlers<FollowedKind>['handlers'] = {
    units: (code, versions) => {
      this.#putUnit(code, versions);
    },
    procedures: (code, versions) => {
      this.#putProcedure(code, versions);
    },
    calendars: (code, versions) => {
      this.#putCalendar(code, versions);
    },
    'rule-sets': (code, versions) => {
      this.#putRuleSet(code, versions);
    },
    reasons: (code, versions) => {
      this.#reasons.set(code, toSuccession(versions));
      this.#knownReasons = undefined;
    },
  };

  #putUnit(code: string, versions: ReferenceVersions<'units'>): void {
    this.#units.set(code, toSuccession(versions));
    this.#forget();
  }

  #putProcedure(code: string, versions: ReferenceVersions<'procedures'>): void {
    this.#procedures.set(code, toSuccession(versions));
  }

  #putRuleSet(code: string, versions: ReferenceVersions<'rule-sets'>): void {
    this.#ruleSets.set(code, toSuccession(versions));
  }

  /** Versions that cannot be parsed are left out; the catalogue refuses such documents, so there should be none. */
  #putCalendar(id: string, versions: ReferenceVersions<'calendars'>): void {
    const parsed = versions.map(({ document }) => parse(document)).filter((calendar) => calendar !== undefined);
    this.#calendars.set(
      id,
      parsed.toSorted((left, right) => left.version - right.version),
    );
  }

  remove(kind: FollowedKind, code: string): void {
    const entries = {
      units: this.#units,
      procedures: this.#procedures,
      calendars: this.#calendars,
      'rule-sets': this.#ruleSets,
      reasons: this.#reasons,
    };
    entries[kind].delete(code);
    this.#knownReasons = undefined;
    this.#forget();
  }

  /** The reasons that a head may give. */
  getReasons(): Reasons {
    this.#knownReasons ??= createReasons([...this.#reasons.values()].flat());
    return this.#knownReasons;
  }

  /** The rule set a dossier was received under, in its wording of that local date. */
  findRuleSet(code: string, date: string): RuleSetDocument | undefined {
    return findWording(this.#ruleSets.get(code), date);
  }

  /** The procedure in its wording of that local date. */
  findProcedure(code: string, date: string): ProcedureDocument | undefined {
    return findWording(this.#procedures.get(code), date);
  }

  /** Exactly the version a dossier carries; where it is older than all that are known, the oldest. A newer one is still to come. */
  findCalendar({ id, version }: { readonly id: string; readonly version: number }): WorkingCalendar | undefined {
    return this.#calendars.get(id)?.find((calendar) => calendar.version >= version);
  }

  hasUnit(code: string): boolean {
    return this.#units.has(code);
  }

  /** The path of a unit now, or when it last was valid: who may see what belongs to it. */
  findPath(code: string, now: number): readonly string[] {
    return findLastPath(this.#getOrganisation(), code, now, this.#units.get(code)?.at(-1));
  }

  /** Codes of the units below a unit, itself included, now or when they last were valid: whose work of today its own may see. */
  listBelow(code: string, now: number): readonly string[] {
    return this.listSubtree(code).filter((unit) => unit === code || this.findPath(unit, now).includes(code));
  }

  /** Codes of all units that ever lay in the subtree of a unit, itself included. */
  listSubtree(code: string): readonly string[] {
    const { units } = this.#getOrganisation();
    const found = new Set([code]);
    for (let size = 0; size !== found.size;) {
      size = found.size;
      for (const unit of units) if (unit.parent !== null && found.has(unit.parent)) found.add(unit.code);
    }
    return [...found];
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
    const organisation = this.#getOrganisation();
    for (const code of path.toReversed()) {
      const versions = this.#units.get(code) ?? [];
      const unit = findUnit(organisation, code, now);
      const document = versions.find(({ validFrom }) => validFrom === unit?.validFrom) ?? versions.at(-1);
      if (document?.lateClickToleranceMinutes !== undefined) return document.lateClickToleranceMinutes;
    }
    return 0;
  }

  #forget(): void {
    this.#organisation = undefined;
    this.#tolerances.clear();
  }

  #getOrganisation(): Organisation {
    this.#organisation ??= createOrganisation([...this.#units.values()].flat().map(toUnit));
    return this.#organisation;
  }
}

const findWording = <Document extends { readonly validFrom: string; readonly validTo: string | null }>(
  versions: readonly Document[] | undefined,
  date: string,
): Document | undefined => versions?.find((document) => isInForce(document, date)) ?? versions?.at(-1);

function parse(document: CalendarDocument): WorkingCalendar | undefined {
  const parsed = parseCalendar(document);
  return parsed.ok ? parsed.calendar : undefined;
}
