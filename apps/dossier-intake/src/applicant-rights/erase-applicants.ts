import type { Transaction } from '@motcua/postgres';

/**
 * Where this service keeps something of a person, by the dossier: what is asked for by `dossier_id` goes. Events, states and prints hold
 * nothing of one (planted-data.int.spec); of a question by typed code what is hashed of the telephone's owner goes with it.
 */
const personalTables = ['applicant', 'reason', 'desk_entry', 'step_entry', 'look_up_token', 'look_up_question'] as const;

/** Erases whatever is known of the applicants of these dossiers. @returns rows that went, by table */
export async function eraseApplicants(transaction: Transaction, dossierIds: readonly string[]): Promise<Record<string, number>> {
  const erased: Record<string, number> = {};
  for (const table of personalTables)
    erased[table] = await transaction.execute(`DELETE FROM ${table} WHERE dossier_id = ANY ($1::uuid[])`, [dossierIds]);
  // A rating counts; what was written beside it is a person's.
  erased['rating_comment'] = await transaction.execute(
    'UPDATE rating SET comment = NULL, comment_key_id = NULL WHERE dossier_id = ANY ($1::uuid[]) AND comment IS NOT NULL',
    [dossierIds],
  );
  // So does money; the number of a receipt is written in free words.
  erased['fee_receipt'] = await transaction.execute(
    'UPDATE fee_taking SET receipt_number = NULL, receipt_key_id = NULL WHERE dossier_id = ANY ($1::uuid[]) AND receipt_number IS NOT NULL',
    [dossierIds],
  );
  return erased;
}
