import type { Instant } from '../instant.ts';

/** A unit that was responsible from a moment on; `from: null` is the first, responsible since the dossier exists. */
export interface Responsibility {
  readonly from: Instant | null;
  readonly unit: string;
  /** From the root down to the unit itself. */
  readonly path: readonly string[];
  /** Level of the unit. */
  readonly kind: string;
}

export type ResponsibleUnit = Omit<Responsibility, 'from'>;

/** A reform moves responsibility from `at` on and leaves the past where it was. What was said about later moments is overruled. */
export function moveResponsibility(
  history: readonly Responsibility[],
  at: Instant,
  responsibleUnit: ResponsibleUnit,
): readonly Responsibility[] {
  const before = history.filter(({ from }) => from === null || from < at);
  return [...before, { ...responsibleUnit, from: at }];
}

/** A correction says that the last holder was recorded wrongly: it is rewritten, not moved. */
export function rewriteResponsibility(
  history: readonly Responsibility[],
  responsibleUnit: ResponsibleUnit,
): readonly Responsibility[] {
  return [...history.slice(0, -1), { ...responsibleUnit, from: history.at(-1)?.from ?? null }];
}

/**
 * The last move was taken back: whoever was responsible before it still is, since when they were. Where that one had become responsible at the
 * very moment of the move, the move had overruled it; then it is as it was told before.
 */
export function takeBackMove(history: readonly Responsibility[], responsibleUnit: ResponsibleUnit): readonly Responsibility[] {
  const last = history.at(-1);
  const before = history.slice(0, -1);
  if (last === undefined || isSameResponsibleUnit(last, responsibleUnit)) return history;
  const still = before.at(-1);
  return still !== undefined && isSameResponsibleUnit(still, responsibleUnit)
    ? before
    : [...before, { ...responsibleUnit, from: last.from }];
}

/** In the same place of the tree: a unit that moved within it is another to what is added up. */
export const isSameResponsibleUnit = (one: ResponsibleUnit, other: ResponsibleUnit): boolean =>
  one.kind === other.kind && one.path.length === other.path.length && one.path.every((code, index) => code === other.path[index]);
