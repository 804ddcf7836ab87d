import { may, requirePermission, requirePermissionOfAny, type Action } from '@motcua/access';
import type { Actor } from '@motcua/auth';
import { unitUnknown } from '@motcua/reference';
import type { ReferenceData } from '../reference/reference-data.ts';

/** Lets an actor list what belongs to a unit of their own part of the tree. @throws ProblemError 404 `unit.unknown`, 403 */
export function requireUnit(data: ReferenceData, actor: Actor, unit: string): void {
  if (!data.hasUnit(unit)) throw unitUnknown(unit);
  requirePermission(actor, 'documents.read', data.findPath(unit, Date.now()));
}

/** What decides who may see a dossier. */
interface Placed {
  readonly responsiblePath: readonly string[];
  readonly handlingUnit: string;
}

/** Whoever answers for the dossier or handles it, and those above. */
const pathsOf = (data: ReferenceData, { responsiblePath, handlingUnit }: Placed): readonly (readonly string[])[] => [
  responsiblePath,
  data.findPath(handlingUnit, Date.now()),
];

const require =
  (action: Action) =>
  (data: ReferenceData, actor: Actor, placed: Placed): void => {
    requirePermissionOfAny(actor, action, pathsOf(data, placed));
  };

export const requireDossier = require('documents.read');
export const requireDigitize = require('dossiers.digitize');
/** Files of a dossier are opened by those who handle it. */
export const requireContent = require('files.open');

/** May open the files of the dossier where they lie. */
export const mayOpenContent = (data: ReferenceData, actor: Actor, placed: Placed): boolean =>
  pathsOf(data, placed).some((path) => may(actor, 'files.open', path));

/** Works on the dossier: a role that handles, of the very unit that answers for it or handles it, and not of one above. */
export const isHandler = (
  actor: Actor,
  { responsibleUnit, handlingUnit }: { readonly responsibleUnit: string; readonly handlingUnit: string },
): boolean => [responsibleUnit, handlingUnit].some((unit) => may(actor, 'files.reuse', [unit]));
