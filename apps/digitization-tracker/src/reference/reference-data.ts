import type { ProcedureDocument, ReferenceKind, UnitDocument } from '@motcua/contracts';
import { createOrganisation, findLastPath, isInForce, type Organisation, toSuccession, toUnit } from '@motcua/organisation';
import type { ReferenceHandlers, ReferenceVersions } from '@motcua/reference';
import { Injectable } from '@nestjs/common';

/** The kinds this service reads. */
type FollowedKind = Extract<ReferenceKind, 'units' | 'procedures'>;

/** What the catalogue published, held in memory with its history: procedures with their documents, and the tree of units. */
@Injectable()
export class ReferenceData implements ReferenceHandlers<FollowedKind> {
  readonly #units = new Map<string, UnitDocument[]>();
  readonly #procedures = new Map<string, ProcedureDocument[]>();
  #organisation: Organisation | undefined;

  readonly handlers: ReferenceHandlers<FollowedKind>['handlers'] = {
    units: (code, versions) => {
      this.#putUnit(code, versions);
    },
    procedures: (code, versions) => {
      this.#putProcedure(code, versions);
    },
  };

  #putUnit(code: string, versions: ReferenceVersions<'units'>): void {
    this.#units.set(code, toSuccession(versions));
    this.#organisation = undefined;
  }

  #putProcedure(code: string, versions: ReferenceVersions<'procedures'>): void {
    this.#procedures.set(code, toSuccession(versions));
  }

  remove(kind: FollowedKind, code: string): void {
    const entries = { units: this.#units, procedures: this.#procedures };
    entries[kind].delete(code);
    this.#organisation = undefined;
  }

  /** The procedure in its wording of that local date; where none was in force, in its last. */
  findProcedure(code: string, date: string): ProcedureDocument | undefined {
    const versions = this.#procedures.get(code);
    return versions?.find((document) => isInForce(document, date)) ?? versions?.at(-1);
  }

  hasUnit(code: string): boolean {
    return this.#units.has(code);
  }

  /** The path of a unit now, or when it last was valid: who may see what belongs to it. */
  findPath(code: string, now: number): readonly string[] {
    return findLastPath(this.#getOrganisation(), code, now, this.#units.get(code)?.at(-1));
  }

  #getOrganisation(): Organisation {
    this.#organisation ??= createOrganisation([...this.#units.values()].flat().map(toUnit));
    return this.#organisation;
  }
}
