import { forbidden, may } from '@motcua/access';
import type { Caller } from '@motcua/auth';
import { pathAt } from '@motcua/organisation';
import { unitNotInForce, unitUnknown } from '../http/problems.ts';
import { findPathOn, listFieldsOfSuccessions, OTHER_FIELDS, type RecordedPlacement } from '../organisation/place-on.ts';
import type { NameDirectory } from './names/name-directory.ts';

interface OnDate {
  readonly unit: string;
  /** The day whose units are asked for; today; local dates of Viet Nam. */
  readonly date: string;
  readonly today: string;
}

/**
 * Under the organisation of a day a unit has what it went on with, and whoever may read it reads all of that: the files of a unit that ended
 * are its successor's. Only of units that were in force then. The day is the caller's choice and opens nothing by itself: who stood above a
 * unit on it does not for that read what the unit has received since. So all that the unit has on that day must be the caller's to read as
 * it was recorded, or as it lies today; figures of a part of it would be wrong without a word.
 *
 * @param placements all that there ever were
 * @throws ProblemError 404 `unit.unknown`, 422 `organisation.unit-not-in-force`, 403 `auth.forbidden`
 */
export function requireOnDate(
  names: NameDirectory,
  caller: Caller,
  { unit, date, today }: OnDate,
  placements: readonly RecordedPlacement[],
): void {
  const { organisation } = names;
  if (!names.hasUnit(unit)) throw unitUnknown(unit);
  const path = pathAt(organisation, unit, date);
  if (path === undefined) throw unitNotInForce(unit, date, listSuccessors(names, unit));
  const mayRead = (codes: readonly string[]): boolean => may(caller, 'figures.read', codes);
  const fields = [OTHER_FIELDS, ...listFieldsOfSuccessions(organisation)];
  const isForeign = (placement: RecordedPlacement): boolean => {
    const had = fields.filter((field) => findPathOn(organisation, placement, field, date).includes(unit));
    if (had.length === 0 || isReadAsRecorded(names, placement.path, mayRead)) return false;
    return had.some((field) => !mayRead(findPathOn(organisation, placement, field, today)));
  };
  if (!mayRead(path) || placements.some(isForeign)) throw forbidden('figures.read');
}

/** Whether somebody reads a placement under the units of then: theirs stood above it, or stands today above a unit that did. */
const isReadAsRecorded = (
  names: NameDirectory,
  path: readonly string[],
  mayRead: (codes: readonly string[]) => boolean,
): boolean => mayRead(path) || path.some((code) => mayRead(names.findPath(code)));

const listSuccessors = ({ organisation }: NameDirectory, unit: string): readonly string[] => [
  ...new Set(organisation.byCode.get(unit)?.flatMap(({ successors = [] }) => successors.map((one) => one.unit))),
];
