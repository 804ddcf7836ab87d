import type { ProcedureDocument, UnitDocument } from '@motcua/contracts';
import type { CatalogueClient } from '@motcua/client/catalogue';
import { CliError } from '@motcua/terminal';
import type { ImportedDossier } from './imported-dossier.ts';
import type { ImportMapping } from './mapping.ts';

/** What an import made known to the system, by code. */
export interface Registered {
  readonly units: string[];
  readonly procedures: string[];
  readonly fields: string[];
  /** Values without a word in the channel map: they count as the mapping’s default channel. */
  readonly channels: string[];
}

/** Imported entries hold from the beginning of time: when the publisher introduced them is not known. */
const always = { validFrom: '1900-01-01', validTo: null };

/** Registers under the data set's root unit what the system does not know yet: nothing is rejected for being new. */
export class ReferenceRegistry {
  readonly registered: Registered = { units: [], procedures: [], fields: [], channels: [] };
  readonly #catalogue: CatalogueClient;
  readonly #mapping: ImportMapping;
  readonly #units = new Set<string>();
  /** Known units that do not lie under the root. */
  readonly #elsewhere = new Set<string>();
  readonly #procedures = new Set<string>();
  readonly #fields = new Set<string>();
  readonly #channels = new Set<string>();

  constructor(catalogue: CatalogueClient, mapping: ImportMapping) {
    this.#catalogue = catalogue;
    this.#mapping = mapping;
  }

  /** Reads what is known, then registers the calendar and the root unit; what is there stays as it is. */
  async registerRoot(): Promise<void> {
    const { code, name, kind, calendar } = this.#mapping.root;
    const [units, procedures, calendars] = await Promise.all([
      this.#catalogue.list('units'),
      this.#catalogue.list('procedures'),
      this.#catalogue.list('calendars'),
    ]);
    for (const unit of units) this.#units.add(unit.code);
    for (const elsewhere of listOutside(units, code)) this.#elsewhere.add(elsewhere);
    for (const procedure of procedures) this.#procedures.add(procedure.code);
    for (const procedure of procedures) this.#fields.add(procedure.field);
    if (!calendars.some(({ id }) => id === calendar.id)) await this.#catalogue.put('calendars', [calendar]);
    if (!this.#units.has(code)) {
      await this.#registerUnits([{ code, name, kind, parent: null, calendar: calendar.id, predecessors: [], ...always }]);
    }
    await this.#catalogue.waitUntilIntakeKnows('calendars', [calendar.id]);
    await this.#catalogue.waitUntilIntakeKnows('units', [code]);
  }

  /** Resolves when dossier-intake knows whatever these dossiers name. */
  async register(dossiers: readonly ImportedDossier[]): Promise<void> {
    const units = new Map<string, UnitDocument>();
    const procedures = new Map<string, ProcedureDocument>();
    for (const { unit, procedure, field, unmappedChannel } of dossiers) {
      if (this.#elsewhere.has(unit)) throw liesElsewhere(unit, this.#mapping.root.code);
      if (!this.#units.has(unit)) units.set(unit, this.#toUnit(unit));
      if (!this.#procedures.has(procedure) && !procedures.has(procedure))
        procedures.set(procedure, this.#toProcedure(procedure, field));
      if (unmappedChannel !== null) note(this.#channels, this.registered.channels, unmappedChannel);
    }
    if (units.size > 0) await this.#registerUnits([...units.values()]);
    if (procedures.size > 0) await this.#registerProcedures([...procedures.values()]);
  }

  async #registerUnits(documents: readonly UnitDocument[]): Promise<void> {
    await this.#catalogue.put('units', documents);
    for (const { code } of documents) note(this.#units, this.registered.units, code);
    await this.#catalogue.waitUntilIntakeKnows(
      'units',
      documents.map(({ code }) => code),
    );
  }

  async #registerProcedures(documents: readonly ProcedureDocument[]): Promise<void> {
    await this.#catalogue.put('procedures', documents);
    for (const { code, field } of documents) {
      note(this.#procedures, this.registered.procedures, code);
      note(this.#fields, this.registered.fields, field);
    }
    await this.#catalogue.waitUntilIntakeKnows(
      'procedures',
      documents.map(({ code }) => code),
    );
  }

  #toUnit(code: string): UnitDocument {
    const kind = this.#mapping.dossier.unit?.kind ?? 'department';
    return { code, name: { vi: code, en: code }, kind, parent: this.#mapping.root.code, predecessors: [], ...always };
  }

  #toProcedure(code: string, field: string): ProcedureDocument {
    const { root, dossier } = this.#mapping;
    const levels = [...new Set([dossier.unit?.kind ?? root.kind, root.kind])];
    const name = { vi: code, en: code };
    const { serviceLevel } = dossier.procedure;
    return {
      code,
      name,
      field,
      fieldName: { vi: field, en: field },
      levels,
      limit: null,
      maxLimit: null,
      serviceLevel,
      ...always,
    };
  }
}

/** Codes of the units that never lay under `root`, itself included among those that do. */
function listOutside(units: readonly UnitDocument[], root: string): string[] {
  const parents = new Map(units.map(({ code, parent }) => [code, parent]));
  const liesUnder = (code: string | null | undefined, steps = 0): boolean =>
    code === root || (code !== null && code !== undefined && steps < parents.size && liesUnder(parents.get(code), steps + 1));
  return units.map(({ code }) => code).filter((code) => !liesUnder(code));
}

/** Counting the rows of one data set under a unit of another would be a silent mistake, so nothing more is sent. */
function liesElsewhere(unit: string, root: string): CliError {
  const message = `The unit ${unit} is known already and does not lie under ${root}.`;
  const hint = 'Give the units of this file a prefix of their own: dossier.unit.prefix in the mapping.';
  return new CliError({ code: 'import.unit-elsewhere', message, hint });
}

function note(known: Set<string>, registered: string[], code: string): void {
  if (known.has(code)) return;
  known.add(code);
  registered.push(code);
}
