import type { DossierEvent, KnownDossier } from '@motcua/dossier';
import type { Transaction } from '@motcua/postgres';

const put = {
  name: 'proposal.put',
  text: `INSERT INTO proposal (dossier_id, version, made_at, lapses_at)
    VALUES ($1, $2, to_timestamp($3::float8 / 1000), to_timestamp($4::float8 / 1000))`,
};
const remove = { name: 'proposal.remove', text: 'DELETE FROM proposal WHERE dossier_id = $1 AND version = $2' };

/** Keeps the list of what waits for a decision up to date with an event; the transaction holds the dossier's lock. */
export async function listProposalOf(transaction: Transaction, event: DossierEvent, after: KnownDossier): Promise<void> {
  if (event.proposes !== undefined) {
    await transaction.execute(put, [after.id, after.version, event.recordedAt, event.proposes.lapsesAt]);
  }
  if (event.decides !== undefined) await transaction.execute(remove, [after.id, event.decides.proposal]);
}
