import { refuse, type DossierEvent, type KnownDossier } from '@motcua/dossier';
import type { Transaction } from '@motcua/postgres';
import { isRated } from './is-rated.query.ts';
import { toRefusedProblem } from './refused.ts';

/**
 * A return that the citizen has rated did happen: the rating followed it, though not in the dossier's own history.
 *
 * @throws ProblemError 409 where the events take it back
 */
export async function requireUnrated(
  transaction: Transaction,
  { id }: KnownDossier,
  events: readonly DossierEvent[],
): Promise<void> {
  const undoesReturn = events.some((event) => event.type === 'reverted' && event.takenBack.event === 'returned');
  if (undoesReturn && (await isRated(transaction, id))) throw toRefusedProblem(refuse('dossier.revert-rated'));
}
