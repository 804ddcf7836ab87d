import type { Holder } from '@motcua/indicators';

/** A unit with its path and level, in the time zone of its calendar. */
export interface Place extends Holder {
  readonly id: number;
  readonly timeZone: string;
}

/** Codes have no line breaks. */
export const toNode = (path: readonly string[]): string => path.join('\n');
export const fromNode = (node: string): readonly string[] => node.split('\n');
