import { fromDayNumber, toDayNumber } from '@motcua/calendar';
import type { ReformDocument, ReformView, StaffDocument, UnitDocument } from '@motcua/contracts';
import type { StaffBook, UnitBook } from '@motcua/organisation';
import type { SuccessionOfUnits } from './succession-of-units.ts';

/** What the catalogue is given: units first, then staff. */
export type CatalogueDocuments = ReformView['catalogue'];

export interface Books {
  readonly units: UnitBook<UnitDocument>;
  readonly staff: StaffBook;
}

export const dayBefore = (date: string): string => fromDayNumber(toDayNumber(date) - 1);

/** Units that end with who goes on with them, units that begin, and the posts of staff who move. What the catalogue has already is left out. */
export function toCatalogueDocuments(
  reform: ReformDocument,
  succession: SuccessionOfUnits,
  { units, staff }: Books,
): CatalogueDocuments {
  const { effectiveFrom } = reform;
  const ended = succession.sources.flatMap((code) => {
    const last = findLast(units, code, effectiveFrom);
    return last === undefined ? [] : [{ ...last, validTo: dayBefore(effectiveFrom), successors: [...succession.listOf(code)] }];
  });
  return { units: [...ended, ...reform.units], staff: listMoving(reform, succession, staff).flatMap(toPosts(effectiveFrom)) };
}

/** What undoes it: units that go on as they were, and staff who are back. Units that began stay in the catalogue: they may own dossiers by now. */
export function toFormerDocuments(
  reform: ReformDocument,
  succession: SuccessionOfUnits,
  { units, staff }: Books,
): CatalogueDocuments {
  const { effectiveFrom } = reform;
  return {
    units: succession.sources.flatMap((code) => findLast(units, code, effectiveFrom) ?? []),
    // In place of the post that began: of one that had ended by itself a single day of it is left. What ends before it comes along: where the
    // catalogue never took the reform's posts, the one of before would hold on that day too.
    staff: listMoving(reform, succession, staff).flatMap(({ before, to }) =>
      before.validTo !== null && before.validTo < effectiveFrom
        ? [{ ...before, unit: to ?? before.unit, validFrom: effectiveFrom, validTo: effectiveFrom }]
        : [toClosed(before, effectiveFrom), { ...before, validFrom: effectiveFrom }],
    ),
  };
}

/** Leaves out posts in units that the catalogue does not have: it never took them, and would refuse them now. */
export const withoutUnknownUnits = ({ units, staff }: CatalogueDocuments, book: Books['units']): CatalogueDocuments => ({
  units,
  staff: staff.filter(({ unit }) => book.has(unit)),
});

interface Moving {
  readonly before: StaffDocument;
  /** Undefined: nobody says where they go. */
  readonly to: string | undefined;
  readonly role: StaffDocument['role'];
}

/** Who works in a unit on its last day, and nowhere yet on the day after. */
export function listMoving(reform: ReformDocument, succession: SuccessionOfUnits, staff: StaffBook): readonly Moving[] {
  const { effectiveFrom } = reform;
  return succession.sources.flatMap((unit) =>
    staff
      .listOf(unit, dayBefore(effectiveFrom))
      .filter(({ id }) => {
        const next = staff.find(id, effectiveFrom);
        return next === undefined || next.unit === unit;
      })
      .map((before) => {
        const line = reform.staff.find(({ id }) => id === before.id) ?? reform.staff.find(({ from }) => from === unit);
        return { before, to: line?.to ?? succession.findOnly(unit), role: line?.role ?? before.role };
      }),
  );
}

const toPosts =
  (effectiveFrom: string) =>
  ({ before, to, role }: Moving): StaffDocument[] => {
    if (to === undefined) return [];
    const closed = before.validTo === dayBefore(effectiveFrom) ? [] : [toClosed(before, effectiveFrom)];
    return [...closed, { id: before.id, unit: to, role, validFrom: effectiveFrom, validTo: null }];
  };

const toClosed = ({ id, unit, role, validFrom }: StaffDocument, effectiveFrom: string): StaffDocument => ({
  ...{ id, unit, role, validFrom },
  validTo: dayBefore(effectiveFrom),
});

/** The wording of the unit in force on its last day. */
const findLast = (units: UnitBook<UnitDocument>, code: string, effectiveFrom: string): UnitDocument | undefined =>
  units
    .findHistory(code)
    ?.find(({ validFrom, validTo }) => validFrom < effectiveFrom && (validTo === null || validTo >= dayBefore(effectiveFrom)));
