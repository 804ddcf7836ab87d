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
