import { findGoingOn, findUnit, pathAt, type LocalDate, type Organisation } from '@motcua/organisation';

/** A placement as dossiers carry it, with the level of its unit. */
export interface RecordedPlacement {
  readonly id: number;
  readonly timeZone: string;
  readonly path: readonly string[];
  readonly unit: string;
  readonly kind: string;
}

/** Where dossiers belong under the organisation of a day. */
export type Place = Pick<RecordedPlacement, 'unit' | 'path' | 'kind'>;

/** A code that no field has: stands for all fields that no succession names, which go the same way. */
export const OTHER_FIELDS = '\n';

/** The fields that somebody goes on with by name. */
export const listFieldsOfSuccessions = ({ units }: Organisation): readonly string[] => [
  ...new Set(units.flatMap(({ successors = [] }) => successors.flatMap(({ field }) => field ?? []))),
];

/** Who has, on a day, what a unit had of a field; where nobody is known to, that unit. */
export const findHolder = (organisation: Organisation, unit: string, field: string, date: LocalDate): string =>
  findGoingOn(organisation, unit, field, date) ?? unit;

/** Where the holder of what was recorded at a placement is on a day; the recorded place where the holder is nowhere then. */
export function toPlace(
  { unit, path, kind }: RecordedPlacement,
  holder: string,
  organisation: Organisation,
  date: LocalDate,
): Place {
  const found = pathAt(organisation, holder, date);
  const version = findUnit(organisation, holder, date);
  return found === undefined || version === undefined ? { unit, path, kind } : { unit: holder, path: found, kind: version.kind };
}

/** Codes from the root down to where dossiers of a field, recorded at a placement, belong under the organisation of a day. */
export const findPathOn = (
  organisation: Organisation,
  placement: RecordedPlacement,
  field: string,
  date: LocalDate,
): readonly string[] => toPlace(placement, findHolder(organisation, placement.unit, field, date), organisation, date).path;
