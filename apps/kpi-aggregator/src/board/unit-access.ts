import { forbidden, may } from '@motcua/access';
import type { Caller } from '@motcua/auth';
import type { Queryable } from '@motcua/postgres';
import { listPlacements, type UnitPlacement } from '../figures/unit-placements.query.ts';
import { pathAt } from '@motcua/organisation';
import { unitNotInForce, unitUnknown } from '../http/problems.ts';
import type { NameDirectory } from './names/name-directory.ts';

/** What was entered for a unit is for those who may read the whole of it. @throws ProblemError 403 */
export function requireWhole(boards: { seesWhole(caller: Caller, unit: string): boolean }, caller: Caller, unit: string): void {
  if (!boards.seesWhole(caller, unit)) throw forbidden('figures.read');
}

/**
 * Under the organisation of a day a unit has what it went on with, and whoever may read it reads all of that: the files of a unit that ended
 * are its successor's. Only of units that were in force then.
 *
 * @throws ProblemError 404 `unit.unknown`, 422 `organisation.unit-not-in-force`, 403 `auth.forbidden`
 */
export function requireOnDate(names: NameDirectory, caller: Caller, unit: string, date: string): void {
  if (!names.hasUnit(unit)) throw unitUnknown(unit);
  const path = pathAt(names.organisation, unit, date);
  if (path === undefined) throw unitNotInForce(unit, date, listSuccessors(names, unit));
  if (!may(caller, 'figures.read', path)) throw forbidden('figures.read');
}

const listSuccessors = ({ organisation }: NameDirectory, unit: string): readonly string[] => [
  ...new Set(organisation.byCode.get(unit)?.flatMap(({ successors = [] }) => successors.map((one) => one.unit))),
];

/**
 * The places of a unit's subtree that a caller may read: all of them where their unit stands above it today; else those of dossiers
 * that lay below their unit. A unit that once was the parent goes on reading what was then, and nothing that came after.
 *
 * @throws ProblemError 404 `unit.unknown`, 403 `auth.forbidden`
 */
export async function listReadablePlaces(
  database: Queryable,
  names: NameDirectory,
  caller: Caller,
  unit: string,
): Promise<readonly UnitPlacement[]> {
  const places = await listPlacements(database, unit);
  if (places.length === 0 && !names.hasUnit(unit)) throw unitUnknown(unit);
  if (may(caller, 'figures.read', names.findPath(unit))) return places;
  const former = places.filter(({ path }) => may(caller, 'figures.read', path.slice(0, path.indexOf(unit) + 1)));
  if (former.length === 0) throw forbidden('figures.read');
  return former;
}
