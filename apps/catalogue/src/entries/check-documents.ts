import { parseCalendar } from '@motcua/calendar';
import type {
  CalendarDocument,
  ProcedureDocument,
  ReasonDocument,
  ReferenceKind,
  RuleSetDocument,
  StaffDocument,
  UnitDocument,
} from '@motcua/contracts';
import { createOrganisation, type Unit } from '@motcua/organisation';
import { checkClockRules, checkProcedureLimits } from './check-limits.ts';
import { checkReasons } from './check-reasons.ts';
import { codeOf, type ReferenceDocument } from './entry.ts';
import type { EntryRefusal, ReferenceRefusal } from './refusal.ts';

/**
 * Whether documents hold together by the rules of the domain.
 *
 * @param kind of all of them
 * @param changed the documents that are about to be taken
 * @param units all that will count with them, for units the changed ones among them; unused for other kinds than units and staff
 * @param reasons for reasons: all that will count with them, the changed ones among them; unused for other kinds
 */
export function checkDocuments(
  kind: ReferenceKind,
  changed: readonly ReferenceDocument[],
  units: readonly UnitDocument[],
  reasons: readonly ReasonDocument[] = [],
): EntryRefusal[] {
  switch (kind) {
    case 'calendars':
      return changed.flatMap((document) => checkCalendar(document as CalendarDocument));
    case 'units':
      return [...checkUnits(units), ...checkSuccessors(units)];
    case 'procedures':
      return changed.flatMap((document) => withEntry(document, checkProcedureLimits(document as ProcedureDocument)));
    case 'rule-sets':
      return changed.flatMap((document) => withEntry(document, checkClockRules(document as RuleSetDocument)));
    case 'staff':
      return checkStaff(changed as readonly StaffDocument[], units);
    case 'reasons':
      return checkReasons(reasons);
  }
}

const withEntry = (document: ReferenceDocument, refusals: readonly ReferenceRefusal[]): EntryRefusal[] =>
  refusals.map((refusal) => ({ ...refusal, entry: codeOf(document) }));

function checkCalendar(document: CalendarDocument): EntryRefusal[] {
  const parsed = parseCalendar(document);
  return parsed.ok ? [] : [{ entry: document.id, code: parsed.error.code, detail: parsed.error.message }];
}

function checkUnits(documents: readonly UnitDocument[]): EntryRefusal[] {
  const units = documents as readonly Unit[]; // the same shape; only `undefined` in optional fields is spelt differently
  return createOrganisation(units).refusals.map(({ code, unit, message }) => ({ entry: unit, code, detail: message }));
}

function checkSuccessors(units: readonly UnitDocument[]): EntryRefusal[] {
  const codes = new Set(units.map(({ code }) => code));
  return units.flatMap(({ code, successors = [] }) =>
    successors
      .filter(({ unit }) => !codes.has(unit))
      .map(({ unit }) => ({
        entry: code,
        code: 'reference.unit-unknown' as const,
        detail: `"${unit}" is to go on with "${code}", and is no unit of the catalogue: put it first, or along with it.`,
      })),
  );
}

function checkStaff(documents: readonly StaffDocument[], units: readonly UnitDocument[]): EntryRefusal[] {
  const codes = new Set(units.map(({ code }) => code));
  return documents
    .filter(({ unit }) => !codes.has(unit))
    .map(({ id, unit }) => ({
      entry: id,
      code: 'reference.unit-unknown',
      detail: `"${id}" works in "${unit}", which is no unit of the catalogue: put the unit first, or check its code.`,
    }));
}
