import type { ProcedureDocument, ReferenceKind, UnitDocument } from '@motcua/contracts';
import { isInForce, toSuccession, UnitBook } from '@motcua/organisation';
import type { ReferenceHandlers } from '@motcua/reference';
import { Injectable } from '@nestjs/common';

/** The kinds this service reads. */
type FollowedKind = Extract<ReferenceKind, 'units' | 'procedures'>;

/** What the catalogue published, held in memory with its history: procedures with their documents, and the tree of units. */
@Injectable()
export class ReferenceData implements ReferenceHandlers<FollowedKind> {
  readonly #units = new UnitBook<UnitDocument>();
  readonly #procedures = new Map<string, ProcedureDocument[]>();

  readonly handlers: ReferenceHandlers<FollowedKind>['handlers'] = {
    units: (code, versions) => {
      this.#units.put(code, versions);
    },
    procedures: (code, versions) => {
      this.#procedures.set(code, toSuccession(versions));
    },
  };

  remove(kind: FollowedKind, code: string): void {
    if (kind === 'units') this.#units.remove(code);
    else this.#procedures.delete(code);
  }

  /** The procedure in its wording of that local date; where none was in force, in its last. */
  findProcedure(code: string, date: string): ProcedureDocument | undefined {
    const versions = this.#procedures.get(code);
    return versions?.find((document) => isInForce(document, date)) ?? versions?.at(-1);
  }

  hasUnit(code: string): boolean {
    return this.#units.has(code);
  }

  /** The path of a unit now, or when it last was valid; empty where it is not known. */
  findPath(code: string, now: number): readonly string[] {
    return this.#units.findPath(code, now) ?? [];
  }
}
