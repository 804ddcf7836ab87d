import type { DecisionContext } from '../decision-context.ts';
import type { Receipt } from '../state/dossier.ts';
import type { Instant, Limit } from '../vocabulary.ts';

/** What the receipt promises: the limit said at the counter, else the procedure's. The shell gives the code when it is written. */
export function toReceipt(at: Instant, limit: Limit | null, { procedure }: DecisionContext): Receipt {
  return {
    at,
    code: null,
    limit: limit ?? procedure?.limit ?? null,
    maxLimit: procedure?.maxLimit ?? null,
    suppliedDue: null,
    dueKnown: true,
  };
}
