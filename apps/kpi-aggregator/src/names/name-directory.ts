import type { BoardGrouping, LocalizedName, ProcedureDocument, UnitDocument } from '@motcua/contracts';

interface Versions<Document> {
  readonly data: { readonly versions: readonly { readonly document: Document }[] };
}

/** Names and places of units, names of procedures and fields, as the catalogue publishes them; kept in memory. */
export class NameDirectory {
  readonly #units = new Map<string, UnitDocument>();
  readonly #procedures = new Map<string, ProcedureDocument>();
  readonly #fields = new Map<string, LocalizedName>();

  /** A record of `ref.units.v1`; null deletes. The newest version names a code. */
  putUnit(code: string, value: Buffer | null): void {
    keep(this.#units, code, value);
  }

  /** A record of `ref.procedures.v1`, likewise. */
  putProcedure(code: string, value: Buffer | null): void {
    keep(this.#procedures, code, value);
    const procedure = this.#procedures.get(code);
    if (procedure !== undefined) this.#fields.set(procedure.field, procedure.fieldName);
  }

  hasUnit(code: string): boolean {
    return this.#units.has(code);
  }

  /** Codes from the root to the unit by today's tree; empty for a unit the catalogue does not know. */
  findPath(code: string): readonly string[] {
    const path: string[] = [];
    for (
      let at = this.#units.get(code);
      at !== undefined && !path.includes(at.code);
      at = at.parent === null ? undefined : this.#units.get(at.parent)
    ) {
      path.unshift(at.code);
    }
    return path;
  }

  /** The name of a board's row, where there is one. People are known to the notification service alone. */
  findName(by: BoardGrouping | null, key: string): LocalizedName | undefined {
    switch (by) {
      case null:
      case 'unit':
        return this.#units.get(key)?.name;
      case 'procedure':
        return this.#procedures.get(key)?.name;
      case 'field':
        return this.#fields.get(key);
      case 'level':
      case 'channel':
      case 'month':
      case 'officer':
        return undefined;
    }
  }
}

function keep<Document>(documents: Map<string, Document>, code: string, value: Buffer | null): void {
  // The catalogue checks what it publishes.
  const event = value === null ? undefined : (JSON.parse(value.toString()) as Versions<Document>);
  const newest = event?.data.versions.at(-1)?.document;
  if (newest === undefined) documents.delete(code);
  else documents.set(code, newest);
}
