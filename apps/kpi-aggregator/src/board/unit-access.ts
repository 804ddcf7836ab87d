import { forbidden, may } from '@motcua/access';
import type { Caller } from '@motcua/auth';
import type { Queryable } from '@motcua/postgres';
import { listPlacements, type UnitPlacement } from '../figures/unit-placements.query.ts';
import { unitUnknown } from '../http/problems.ts';
import type { NameDirectory } from './names/name-directory.ts';

/** What was entered for a unit is for those who may read the whole of it. @throws ProblemError 403 */
export function requireWhole(boards: { seesWhole(caller: Caller, unit: string): boolean }, caller: Caller, unit: string): void {
  if (!boards.seesWhole(caller, unit)) throw forbidden('figures.read');
}

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
