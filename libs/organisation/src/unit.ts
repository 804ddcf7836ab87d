/** A date on the wall, `YYYY-MM-DD`. */
export type LocalDate = string;
/** Milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number;

export type UnitKind = 'province' | 'district-office' | 'commune' | 'department';

/** A unit that goes on with what another one owned; with `field`, with its dossiers of that field alone. */
export interface Successor {
  readonly unit: string;
  readonly field?: string;
}

/** One version of a unit. A code may have several versions that follow each other; each is valid on its own days. */
export interface Unit {
  readonly code: string;
  readonly name: { readonly vi: string; readonly en?: string };
  readonly kind: UnitKind;
  /** The code of the unit above; null for a root. */
  readonly parent: string | null;
  /** The id of its working calendar; absent: that of the nearest unit above which has one. */
  readonly calendar?: string;
  /** The agency code that begins its dossier codes, such as `H44.20`. */
  readonly dossierCode?: string;
  /** People practise here, and below it; absent: they work. */
  readonly training?: boolean;
  /** First day of validity. */
  readonly validFrom: LocalDate;
  /** Last day of validity, inclusive; null while no end is known. */
  readonly validTo: LocalDate | null;
  /** Codes of the units it was formed from. */
  readonly predecessors: readonly string[];
  /** Who goes on with what it owned once it has ended: a field that none of them names goes to the one without. Absent: nobody is known. */
  readonly successors?: readonly Successor[];
}

/** A unit as a document writes it: what is absent may also be undefined, and it may say more than is asked here. */
export type WrittenUnit = Omit<Unit, 'name' | 'calendar' | 'dossierCode' | 'training' | 'successors'> & {
  readonly name: { readonly vi: string; readonly en?: string | undefined };
  readonly calendar?: string | undefined;
  readonly dossierCode?: string | undefined;
  readonly training?: boolean | undefined;
  readonly successors?: readonly { readonly unit: string; readonly field?: string | undefined }[] | undefined;
};

/** The unit of a document: an optional field that has no value is absent, and nothing else comes along. */
export function toUnit({
  code,
  name,
  kind,
  parent,
  calendar,
  dossierCode,
  training,
  validFrom,
  validTo,
  predecessors,
  successors,
}: WrittenUnit): Unit {
  return {
    code,
    name: name.en === undefined ? { vi: name.vi } : { vi: name.vi, en: name.en },
    kind,
    parent,
    ...(calendar === undefined ? {} : { calendar }),
    ...(dossierCode === undefined ? {} : { dossierCode }),
    ...(training === undefined ? {} : { training }),
    validFrom,
    validTo,
    predecessors,
    ...(successors === undefined ? {} : { successors: successors.map(toSuccessor) }),
  };
}

const toSuccessor = ({ unit, field }: { readonly unit: string; readonly field?: string | undefined }): Successor =>
  field === undefined ? { unit } : { unit, field };

export function isValidOn(unit: Unit, date: LocalDate): boolean {
  return unit.validFrom <= date && (unit.validTo === null || date <= unit.validTo);
}
