import type { ProcedureDocument, ReferenceKind, UnitDocument } from '@motcua/contracts';
import { DocumentBook, UnitBook } from '@motcua/organisation';
import type { ReferenceHandlers } from '@motcua/reference';
import { Injectable } from '@nestjs/common';

/** The kinds this service reads. */
type FollowedKind = Extract<ReferenceKind, 'units' | 'procedures'>;

/** What the catalogue published, held in memory with its history: procedures with their documents, and the tree of units. */
@Injectable()
export class ReferenceData implements ReferenceHandlers<FollowedKind> {
  readonly #units = new UnitBook<UnitDocument>();
  readonly #procedures = new DocumentBook<ProcedureDocument>();

  readonly handlers: ReferenceHandlers<FollowedKind>['handlers'] = {
    units: (code, versions) => {
      this.#units.put(code, versions);
    },
    procedures: (code, versions) => {
      this.#procedures.put(code, versions);
    },
  };

  remove(kind: FollowedKind, code: string): void {
    (kind === 'units' ? this.#units : this.#procedures).remove(code);
  }

  /** The procedure in its wording of that local date; where none was in force, in its last. */
  findProcedure(code: string, date: string): ProcedureDocument | undefined {
    return this.#procedures.findOrNewest(code, date);
  }

  hasUnit(code: string): boolean {
    return this.#units.has(code);
  }

  /** The path of a unit now, or when it last was valid; empty where it is not known. */
  findPath(code: string, now: number): readonly string[] {
    return this.#units.findPath(code, now) ?? [];
  }
}
