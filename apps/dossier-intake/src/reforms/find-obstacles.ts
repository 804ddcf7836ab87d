import type { ReformDocument, ReformObstacle, UnitDocument } from '@motcua/contracts';
import { calendarOf, createOrganisation, findUnit, toUnit, type Organisation, type StaffBook } from '@motcua/organisation';
import { obstacle } from './obstacles.ts';
import type { SuccessionOfUnits } from './succession-of-units.ts';
import { dayBefore, listMoving, type Books, type CatalogueDocuments } from './to-catalogue-documents.ts';

/** The units as they will be: those of the catalogue, with what the reform ends and begins. */
export function toReformed({ units }: Books, { units: documents }: CatalogueDocuments): Organisation {
  const given = new Set(documents.map(toKey));
  const kept = units.organisation.units.filter((unit) => !given.has(toKey(unit)));
  return createOrganisation([...kept, ...documents.map(toUnit)]);
}

const toKey = ({ code, validFrom }: Pick<UnitDocument, 'code' | 'validFrom'>): string => `${validFrom} ${code}`;

/**
 * Units in force the day before and not on the day itself, that the catalogue ends though nobody is known to go on with them. Those of another
 * reform of the same day have successors: their dossiers are that one's to move.
 */
export function listEnding(before: Organisation, after: Organisation, effectiveFrom: string): readonly string[] {
  const codes = [...new Set(before.units.map(({ code }) => code))];
  return codes.filter((code) => {
    const last = findUnit(before, code, dayBefore(effectiveFrom));
    return last !== undefined && (last.successors ?? []).length === 0 && findUnit(after, code, effectiveFrom) === undefined;
  });
}

interface Looked {
  readonly reform: ReformDocument;
  readonly succession: SuccessionOfUnits;
  readonly books: Books;
  readonly after: Organisation;
  readonly hasField: (code: string) => boolean;
  readonly hasCalendar: (id: string) => boolean;
}

/** What is wrong with the file itself; dossiers that nobody goes on with are found apart. */
export function findObstacles(looked: Looked): ReformObstacle[] {
  return [...listOfUnits(looked), ...listOfSuccessors(looked), ...listOfTree(looked), ...listOfStaff(looked)];
}

function listOfUnits({ reform: { effectiveFrom }, succession, books }: Looked): ReformObstacle[] {
  const { organisation } = books.units;
  return succession.sources.flatMap((code) => {
    if (findUnit(organisation, code, dayBefore(effectiveFrom)) === undefined) return [obstacle('reform.unit-not-in-force', code)];
    const goesOn = organisation.byCode.get(code)?.some(({ validFrom }) => validFrom >= effectiveFrom) === true;
    return goesOn ? [obstacle('reform.unit-goes-on', code)] : [];
  });
}

function listOfSuccessors({ reform, succession, after, hasField, hasCalendar }: Looked): ReformObstacle[] {
  const keys = reform.successions.map(({ from, field }) => (field === undefined ? from : `${from} · ${field}`));
  const twice = keys.filter((key, index) => keys.indexOf(key) !== index);
  const fields = reform.successions.flatMap(({ field }) => field ?? []);
  const successors = [...reform.successions.map(({ to }) => to), ...reform.staff.map(({ to }) => to)];
  const isGone = (code: string): boolean => succession.has(code) || findUnit(after, code, reform.effectiveFrom) === undefined;
  const worksByNone = (code: string): boolean => !hasCalendar(calendarOf(after, code, reform.effectiveFrom) ?? '');
  const owners = [...new Set(reform.successions.map(({ to }) => to))].filter((code) => !isGone(code));
  return [
    ...[...new Set(twice)].map((key) => obstacle('reform.succession-twice', key)),
    ...[...new Set(fields)].filter((field) => !hasField(field)).map((field) => obstacle('reform.field-unknown', field)),
    ...[...new Set(successors)].filter(isGone).map((code) => obstacle('reform.successor-not-in-force', code)),
    ...owners.filter(worksByNone).map((code) => obstacle('reform.successor-without-calendar', code)),
  ];
}

/** Units that would not hold together, and those whose parent ends without them. */
function listOfTree({ reform: { effectiveFrom }, succession, after }: Looked): ReformObstacle[] {
  const orphans = after.units.filter(
    (unit) =>
      unit.parent !== null &&
      succession.has(unit.parent) &&
      findUnit(after, unit.code, effectiveFrom) === unit &&
      findUnit(after, unit.parent, effectiveFrom) === undefined,
  );
  return [
    ...after.refusals.map(({ unit, message }) => obstacle('reform.unit-invalid', unit, { detail: message })),
    ...orphans.map(({ code }) => obstacle('reform.unit-orphaned', code)),
  ];
}

function listOfStaff({ reform, succession, books: { staff } }: Looked): ReformObstacle[] {
  const unplaced = listMoving(reform, succession, staff).filter(({ to }) => to === undefined);
  return [
    ...unplaced.map(({ before }) => obstacle('reform.staff-unplaced', before.id)),
    ...reform.staff
      .filter((line) => !isUsed(line, reform, succession, staff))
      .map(({ id, from, to }) => obstacle('reform.staff-unknown', id ?? from ?? to)),
  ];
}

function isUsed(
  { id, from }: ReformDocument['staff'][number],
  { effectiveFrom }: ReformDocument,
  succession: SuccessionOfUnits,
  staff: StaffBook,
): boolean {
  if (id === undefined) return from !== undefined && succession.has(from);
  const post = staff.find(id, dayBefore(effectiveFrom));
  return post !== undefined && succession.has(post.unit);
}
