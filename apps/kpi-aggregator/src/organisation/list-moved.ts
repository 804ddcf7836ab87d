import type { LocalDate, Organisation } from '@motcua/organisation';
import { findHolder, listFieldsOfSuccessions, OTHER_FIELDS, toPlace, type Place, type RecordedPlacement } from './place-on.ts';

/** A placement whose dossiers, all of them or those of a field, belong to another place of the tree under the organisation of a day. */
export interface MovedPlacement {
  readonly id: number;
  readonly timeZone: string;
  /** null: every field but those of `except`. */
  readonly field: string | null;
  readonly except: readonly string[];
  readonly before: { readonly path: readonly string[]; readonly kind: string };
  readonly after: Place;
}

/**
 * What is somewhere else under the organisation of a day than it was recorded: units that had ended by then are those that go on with
 * them, by field, and a unit that moved within the tree is where it was on that day. A unit that nobody goes on with stays where it was; so does
 * one that had not begun, for nobody else had what it owns.
 */
export function listMoved(
  placements: readonly RecordedPlacement[],
  organisation: Organisation,
  date: LocalDate,
): readonly MovedPlacement[] {
  const fields = listFieldsOfSuccessions(organisation);
  return placements.flatMap((placement) => {
    const goesTo = (field: string): string => findHolder(organisation, placement.unit, field, date);
    const usual = goesTo(OTHER_FIELDS);
    const special = fields.filter((field) => goesTo(field) !== usual);
    const rows = [
      { field: null, except: special, unit: usual },
      ...special.map((field) => ({ field, except: [], unit: goesTo(field) })),
    ];
    return rows.flatMap(({ unit, ...which }) => {
      const after = toPlace(placement, unit, organisation, date);
      return isSame(placement, after) ? [] : [toMoved(placement, which, after)];
    });
  });
}

const isSame = (one: MovedPlacement['before'], other: MovedPlacement['before']): boolean =>
  one.kind === other.kind && one.path.join('\n') === other.path.join('\n');

const toMoved = (
  { id, timeZone, path, kind }: RecordedPlacement,
  which: Pick<MovedPlacement, 'field' | 'except'>,
  after: MovedPlacement['after'],
): MovedPlacement => ({ id, timeZone, ...which, before: { path, kind }, after });
