import { createOrganisation, type Organisation, type Unit } from '@motcua/organisation';
import type { Transaction } from '@motcua/postgres';
import { listCounting } from './reference.store.ts';

/** The tree of units with its history, as it counts now. */
export async function readOrganisation(transaction: Transaction): Promise<Organisation> {
  const counting = await listCounting(transaction, 'units');
  // What is stored under the kind of units.
  return createOrganisation([...counting.values()].flat().map(({ document }) => document as Unit));
}
