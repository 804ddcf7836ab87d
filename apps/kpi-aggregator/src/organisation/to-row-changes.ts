import type { BoardGrouping } from '@motcua/contracts';
import type { MovedPlacement } from './list-moved.ts';

/** Dossiers of a placement that count in a row in which they were not recorded (1), or no longer in the one in which they were (-1). */
export interface RowChange extends Pick<MovedPlacement, 'id' | 'timeZone' | 'field' | 'except'> {
  readonly key: string;
  readonly sign: 1 | -1;
}

type Place = MovedPlacement['before'];

/** In which row of a unit's board a place counts, as far as its place in the tree says; undefined: in none. */
function findKey(by: BoardGrouping | null, unit: string, { path, kind }: Place): string | undefined {
  const depth = path.indexOf(unit);
  if (depth < 0) return undefined;
  if (by === 'unit') return path[depth + 1] ?? unit;
  return by === 'level' ? kind : unit;
}

/** What a board under another organisation adds to the recorded one and takes from it. What stays in its row is not read. */
export const toRowChanges = (by: BoardGrouping | null, unit: string, moved: readonly MovedPlacement[]): RowChange[] =>
  moved.flatMap(({ before, after, id, timeZone, field, except }) => {
    const [from, to] = [findKey(by, unit, before), findKey(by, unit, after)];
    if (from === to) return [];
    const which = { id, timeZone, field, except };
    return [
      ...(from === undefined ? [] : [{ ...which, key: from, sign: -1 as const }]),
      ...(to === undefined ? [] : [{ ...which, key: to, sign: 1 as const }]),
    ];
  });
