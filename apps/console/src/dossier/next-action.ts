import type { DossierAction } from '@motcua/contracts';

/** What a status waits for, the likeliest first; that a proposal waits comes before all. */
const expected: Readonly<Record<number, readonly DossierAction[]>> = {
  1: ['receive'],
  2: ['transfer', 'process'],
  4: ['process'],
  5: ['receive-supplement'],
  6: ['confirm-payment'],
  7: ['stop', 'transfer'],
  9: ['return'],
};

/**
 * What is asked of the reader next.
 *
 * @param actions what they may do, as the API says
 * @returns undefined: somebody else is to act, or nobody
 */
export const findNextAction = (status: number, actions: readonly DossierAction[]): DossierAction | undefined =>
  (['approve-proposal', ...(expected[status] ?? [])] as const).find((action) => actions.includes(action));
