import type { Transaction } from '@motcua/postgres';

const count = {
  name: 'slip.count',
  text: 'SELECT prints FROM slip_print WHERE dossier_id = $1 AND version = $2',
};
const add = {
  name: 'slip.add',
  text: `INSERT INTO slip_print AS p (dossier_id, version, prints) VALUES ($1, $2, 1)
    ON CONFLICT (dossier_id, version) DO UPDATE SET prints = p.prints + 1 RETURNING prints`,
};

/** How often the slip of a step was printed so far. */
export async function countPrints(transaction: Transaction, dossierId: string, version: number): Promise<number> {
  const [row] = await transaction.query<{ prints: number }>(count, [dossierId, version]);
  return row?.prints ?? 0;
}

/** Once more. Who did it, and when, stands in the audit log. @returns how often it was printed, this time included */
export async function addPrint(transaction: Transaction, dossierId: string, version: number): Promise<number> {
  const [row] = await transaction.query<{ prints: number }>(add, [dossierId, version]);
  if (row === undefined) throw new Error('Counting a print gave no count.');
  return row.prints;
}
