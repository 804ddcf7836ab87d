import type { Responsibility } from '@motcua/indicators';

/** Who was responsible when, kept with the first responsibility interval of the few dossiers that moved; null where the place says it all. */
export const toMovesJson = (history: readonly Responsibility[]): string | null =>
  history.length === 1 && history[0]?.from === null ? null : JSON.stringify(history);

export const parseMoves = (json: string): readonly Responsibility[] => JSON.parse(json) as Responsibility[];
