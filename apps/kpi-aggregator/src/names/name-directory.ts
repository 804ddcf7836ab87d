import { toLocalDate } from '@motcua/calendar';
import type { BoardGrouping, LocalizedName, ProcedureDocument, UnitDocument } from '@motcua/contracts';
import { findLastBegun } from '@motcua/organisation';

interface Versions<Document> {
  readonly data: { readonly versions: readonly { readonly version: number; readonly document: Document }[] };
}

const VIETNAM = 'Asia/Ho_Chi_Minh';

/** Names and places of units, names of procedures and fields, as the catalogue publishes them; kept in memory. */
export class NameDirectory {
  readonly #units = new Map<string, Versions<UnitDocument>['data']['versions']>();
  readonly #procedures = new Map<string, ProcedureDocument>();
  readonly #fields = new Map<string, LocalizedName>();

  /** A record of `ref.units.v1`; null deletes. The version that holds today names a code. */
  putUnit(code: string, value: Buffer | null): void {
    if (value === null) this.#units.delete(code);
    else this.#units.set(code, parse<UnitDocument>(value).data.versions);
  }

  /** A record of `ref.procedures.v1`, likewise. */
  putProcedure(code: string, value: Buffer | null): void {
    keep(this.#procedures, code, value);
    const procedure = this.#procedures.get(code);
    if (procedure !== undefined) this.#fields.set(procedure.field, procedure.fieldName);
  }

  /** Of what the catalogue names. */
  readonly #finders: Readonly<Partial<Record<BoardGrouping, (key: string) => LocalizedName | undefined>>> = {
    unit: (key) => this.#findUnit(key)?.name,
    procedure: (key) => this.#procedures.get(key)?.name,
    field: (key) => this.#fields.get(key),
  };

  hasUnit(code: string): boolean {
    return this.#units.has(code);
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

/** The catalogue checks what it publishes. */
const parse = <Document>(value: Buffer): Versions<Document> => JSON.parse(value.toString()) as Versions<Document>;

function keep<Document>(documents: Map<string, Document>, code: string, value: Buffer | null): void {
  const event = value === null ? undefined : parse<Document>(value);
  const newest = event?.data.versions.at(-1)?.document;
  if (newest === undefined) documents.delete(code);
  else documents.set(code, newest);
}
