import type { ResponsibleUnit } from '@motcua/indicators';

/** A unit with its path and level, in the time zone of its calendar. */
export interface UnitPlacement extends ResponsibleUnit {
  readonly id: number;
  readonly timeZone: string;
}

/** Codes have no line breaks. */
export const toNode = (path: readonly string[]): string => path.join('\n');
export const fromNode = (node: string): readonly string[] => node.split('\n');
