import { toImportedDossierId, type ArchivedDocument } from '@motcua/contracts';
import type { Transaction } from '@motcua/kafka';

/** The dossier that a document names; `ambiguous`: several have that code. */
export type FoundDossier = { readonly id: string } | 'unknown' | 'ambiguous';

/**
 * Which dossier each document belongs to. Where its source is given, the id follows from it; whether such a dossier has been received is
 * another question. Where only the code is given, it has to be one dossier's.
 */
export async function findDossiers(
  transaction: Transaction,
  documents: readonly ArchivedDocument[],
): Promise<(document: ArchivedDocument) => FoundDossier> {
  const codes = [...new Set(documents.filter(({ source }) => source === undefined).map(({ sourceCode }) => sourceCode))];
  const byCode = new Map<string, FoundDossier>();
  for (const { code, id } of await listByCode(transaction, codes)) byCode.set(code, byCode.has(code) ? 'ambiguous' : { id });
  return ({ source, sourceCode }) =>
    source === undefined ? (byCode.get(sourceCode) ?? 'unknown') : { id: toImportedDossierId(source, sourceCode) };
}

async function listByCode(transaction: Transaction, codes: readonly string[]): Promise<{ code: string; id: string }[]> {
  if (codes.length === 0) return [];
  return transaction.query(
    `SELECT subject ->> 'sourceCode' AS code, dossier_id AS id FROM digitization.dossier
     WHERE subject ->> 'sourceCode' = ANY ($1::text[])`,
    [codes],
  );
}
