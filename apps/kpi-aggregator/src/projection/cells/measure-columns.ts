import { measureIds, type MeasureId } from '@motcua/indicators';

/** `finishedLate766` → `finished_late_766`: the column of a measure in the cells. */
export const toColumn = (id: string): string => id.replace(/[A-Z]|\d+/g, (part) => `_${part.toLowerCase()}`);

export const measureColumns: readonly string[] = measureIds.map(toColumn);
export const columnOf = (id: MeasureId): string => toColumn(id);
