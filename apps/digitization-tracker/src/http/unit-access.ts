import { mayReadPersonalData, mayWrite } from '@motcua/access';
import { authForbidden, mayRead, requireRead, type Actor } from '@motcua/auth';
import type { ReferenceData } from '../reference/reference-data.ts';
import { unitUnknown } from '@motcua/reference';

/** Lets an actor list what belongs to a unit of his own part of the tree. @throws ProblemError 404 `unit.unknown`, 403 */
export function requireUnit(data: ReferenceData, actor: Actor, unit: string): void {
  if (!data.hasUnit(unit)) throw unitUnknown(unit);
  requireRead(actor, data.findPath(unit, Date.now()));
}

/** What decides who may see a dossier. */
interface Placed {
  readonly responsiblePath: readonly string[];
  readonly handlingUnit: string;
}

type May = (actor: Actor, path: readonly string[]) => boolean;

/** Whoever answers for the dossier or handles it, and those above. */
const reaches = (may: May, data: ReferenceData, actor: Actor, { responsiblePath, handlingUnit }: Placed): boolean =>
  may(actor, responsiblePath) || may(actor, data.findPath(handlingUnit, Date.now()));

function require(may: May, detail: string) {
  return (data: ReferenceData, actor: Actor, placed: Placed): void => {
    if (!reaches(may, data, actor, placed)) throw authForbidden(detail);
  };
}

/** May open the files of the dossier where they lie. */
export const mayOpenContent = (data: ReferenceData, actor: Actor, placed: Placed): boolean =>
  reaches(mayReadPersonalData, data, actor, placed);

/** Works on the dossier: a role that handles, of the very unit that answers for it or handles it, and not of one above. */
export const isHandler = (
  actor: Actor,
  { responsibleUnit, handlingUnit }: { readonly responsibleUnit: string; readonly handlingUnit: string },
): boolean => mayReadPersonalData(actor, [responsibleUnit]) || mayReadPersonalData(actor, [handlingUnit]);

export const requireDossier = require(mayRead, 'You may read dossiers that your own unit or a unit below it answers for or handles.');
export const requireDigitize = require((actor, path) =>
  mayWrite(actor, 'digitize', path), 'Your role or your unit does not permit "digitize" on this dossier.');
export const requireContent = require(mayReadPersonalData, 'Files of a dossier are opened by those who handle it: counter officers, specialists and heads of its units.');
