import type { Transaction } from '@motcua/postgres';

/** Whether the citizen has rated the dossier; the caller holds its lock where it must stay so. */
export async function isRated(transaction: Transaction, dossierId: string): Promise<boolean> {
  return (await transaction.query('SELECT FROM rating WHERE dossier_id = $1', [dossierId])).length > 0;
}
