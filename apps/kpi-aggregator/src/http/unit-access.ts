import { authForbidden, mayRead, type Caller } from '@motcua/auth';
import type { Queryable } from '../database/queryable.ts';
import { listPlaces, type UnitPlace } from '../figures/unit-places.query.ts';
import type { NameDirectory } from '../names/name-directory.ts';
import { unitUnknown } from './problems.ts';

/**
 * The places of a unit's subtree, for a caller who may read it: whose unit stands above it today or stood above it in some dossier.
 *
 * @throws ProblemError 404 `unit.unknown`, 403 `auth.forbidden`
 */
export async function listReadablePlaces(
  database: Queryable,
  names: NameDirectory,
  caller: Caller,
  unit: string,
): Promise<readonly UnitPlace[]> {
  const places = await listPlaces(database, unit);
  if (places.length === 0 && !names.hasUnit(unit)) throw unitUnknown(unit);
  const paths = [names.findPath(unit), ...places.map(({ path }) => path.slice(0, path.indexOf(unit) + 1))];
  if (!paths.some((path) => mayRead(caller, path)))
    throw authForbidden('You may read what belongs to your own unit and the units below it.');
  return places;
}
