import { toLocalDate } from '@motcua/calendar';
import type { BoardGrouping, LocalizedName, ProcedureDocument, ReferenceKind, UnitDocument } from '@motcua/contracts';
import { findLastBegun, UnitBook, type Organisation } from '@motcua/organisation';
import type { ReferenceHandlers, ReferenceVersions } from '@motcua/reference';
import { Injectable } from '@nestjs/common';

/** The kinds this service reads. */
type NamedKind = Extract<ReferenceKind, 'units' | 'procedures'>;

const VIETNAM = 'Asia/Ho_Chi_Minh';

/** Names and places of units, names of procedures and fields, as the catalogue publishes them; kept in memory. */
@Injectable()
export class NameDirectory implements ReferenceHandlers<NamedKind> {
  readonly #units = new Map<string, ReferenceVersions<'units'>>();
  readonly #book = new UnitBook<UnitDocument>();
  readonly #procedures = new Map<string, ProcedureDocument>();
  readonly #fields = new Map<string, LocalizedName>();

  readonly handlers: ReferenceHandlers<NamedKind>['handlers'] = {
    units: (code, versions) => {
      this.#units.set(code, versions);
      this.#book.put(code, versions);
    },
    procedures: (code, versions) => {
      const newest = versions.at(-1)?.document;
      if (newest === undefined) return;
      this.#procedures.set(code, newest);
      this.#fields.set(newest.field, newest.fieldName);
    },
  };

  remove(kind: NamedKind, code: string): void {
    if (kind === 'units') this.#book.remove(code);
    const entries = { units: this.#units, procedures: this.#procedures };
    entries[kind].delete(code);
  }

  /** Of what the catalogue names. */
  readonly #finders: Readonly<Partial<Record<BoardGrouping, (key: string) => LocalizedName | undefined>>> = {
    unit: (key) => this.#findUnit(key)?.name,
    procedure: (key) => this.#procedures.get(key)?.name,
    field: (key) => this.#fields.get(key),
  };

  /** The tree of units with its history. */
  get organisation(): Organisation {
    return this.#book.organisation;
  }

  hasUnit(code: string): boolean {
    return this.#units.has(code);
  }

  /** What a unit is on a local date, or was when it last was there. */
  findKind(code: string, date: string): UnitDocument['kind'] | undefined {
    return findLastBegun(this.#units.get(code) ?? [], date)?.kind;
  }

  /** Codes from the root to the unit by today's tree, or that in which it last was; empty for a unit the catalogue does not know. */
  findPath(code: string): readonly string[] {
    const path: string[] = [];
    for (
      let at = this.#findUnit(code);
      at !== undefined && !path.includes(at.code);
      at = at.parent === null ? undefined : this.#findUnit(at.parent)
    ) {
      path.unshift(at.code);
    }
    return path;
  }

  /** The version of today, else the last before; of a unit that is still to come, the first. */
  #findUnit(code: string): UnitDocument | undefined {
    return findLastBegun(this.#units.get(code) ?? [], toLocalDate(VIETNAM, Date.now()));
  }

  /** The name of a board's row, where there is one. People are known to the notification service alone. */
  findName(by: BoardGrouping | null, key: string): LocalizedName | undefined {
    return this.#finders[by ?? 'unit']?.(key);
  }
}
