import type { VerifyReport } from '@motcua/contracts';

export type Outcome = VerifyReport['outcome'];

/** 0 equal · 1 different · 2 not comparable now. */
export const exitCodes = { equal: 0, different: 1, 'not-comparable': 2 } as const satisfies Record<Outcome, number>;

/** One thing compared. `report` is absent where nothing came to be compared. */
export interface Part<Report> {
  readonly outcome: Outcome;
  readonly reason: string | null;
  readonly report: Report | undefined;
}

type ComparedPart = Pick<Part<unknown>, 'outcome' | 'reason'>;

/** A difference that was found is one, whatever could not be compared beside it; equal is only what was compared, all of it. */
export function combine(parts: readonly ComparedPart[]): { outcome: Outcome; reason: string | null } {
  if (parts.some(({ outcome }) => outcome === 'different')) return { outcome: 'different', reason: null };
  const open = parts.find(({ outcome }) => outcome === 'not-comparable');
  return open === undefined ? { outcome: 'equal', reason: null } : { outcome: 'not-comparable', reason: open.reason };
}
