import { toLocalDate } from '@motcua/calendar';
import type { Office } from '@motcua/forms';
import { toCounterName, toOfficeName, toPlaceName } from '@motcua/organisation';
import type { ReferenceData } from '../reference/reference-data.ts';

/** The authority that issues a form, as it was called at the moment of the step. A unit that nobody knows is called by its code. */
export function toOffice(data: ReferenceData, code: string, { at, timeZone }: { at: number; timeZone: string }): Office {
  const lineage = listLineage(data, code, at);
  const [unit = { kind: 'commune' as const, name: { vi: code } }, parent] = lineage;
  const isDepartment = unit.kind === 'department' && parent !== undefined;
  const telephone = lineage.find((one) => one.telephone !== undefined)?.telephone;
  const seat = isDepartment ? parent : unit;
  return {
    name: toOfficeName(unit).vi,
    ...(isDepartment ? { above: toOfficeName(parent).vi } : {}),
    counter: toCounterName(seat, toLocalDate(timeZone, at)).vi,
    place: toPlaceName(seat),
    ...(telephone === undefined ? {} : { telephone }),
  };
}

/** The unit first, the root last. */
function listLineage(data: ReferenceData, code: string, at: number) {
  const path = data.findPath(code, at) ?? [code];
  return path.toReversed().flatMap((one) => data.findDocument('units', one, at) ?? []);
}
