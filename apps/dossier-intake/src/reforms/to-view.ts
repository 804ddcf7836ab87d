import type { ReformView } from '@motcua/contracts';
import type { Transaction } from '@motcua/postgres';
import type { ReferenceData } from '../reference/reference-data.ts';
import { countDossiers, type StoredReform } from './reform.store.ts';
import { withoutUnknownUnits } from './to-catalogue-documents.ts';
import { listAwaited } from './work-off-reform.ts';

/** A reform as people see it, with its counts of now. */
export async function toView(transaction: Transaction, data: ReferenceData, stored: StoredReform): Promise<ReformView> {
  const { id, document, state, catalogue } = stored;
  const isTakenBack = state === 'reverting' || state === 'reverted';
  return {
    id,
    name: document.name,
    law: document.law,
    effectiveFrom: document.effectiveFrom,
    state,
    waitsFor: state === 'planning' ? [...listAwaited(data, stored)] : [],
    ...(await countDossiers(transaction, id)),
    appliedBy: stored.appliedBy,
    appliedAt: stored.appliedAt.toISOString(),
    confirmedBy: stored.confirmedBy,
    confirmedAt: stored.confirmedAt?.toISOString() ?? null,
    revertedBy: stored.revertedBy,
    catalogue: isTakenBack ? withoutUnknownUnits(catalogue.revert, data.books.units) : catalogue.apply,
  };
}
