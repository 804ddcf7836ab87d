import type { Pause } from './dossier.ts';

/**
 * Pauses of one reason that overlap, as a legacy system may tell them, are one: else it would be open which of two requests an open
 * supplement stands for. Those that only touch stay two. In order of their beginning.
 */
export function mergePauses(pauses: readonly Pause[]): readonly Pause[] {
  if (pauses.length < 2) return pauses;
  const merged: Pause[] = [];
  for (const pause of pauses.toSorted((left, right) => left.from - right.from)) {
    const index = merged.findLastIndex(({ reason }) => reason === pause.reason);
    const before = merged[index];
    if (before === undefined || (before.to !== null && before.to <= pause.from)) merged.push(pause);
    else merged[index] = { ...before, to: before.to === null || pause.to === null ? null : Math.max(before.to, pause.to) };
  }
  return merged;
}
