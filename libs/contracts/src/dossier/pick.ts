/** What every event about a dossier says of it first, in this order. */
export const dossierIdentity = ['dossierId', 'dossierVersion', 'code', 'sourceCode', 'imported', 'procedure', 'field'] as const;

/** The named fields of an object alone, in the order in which they are named: in JSON they come in that order too. */
export function pick<Whole extends object, Field extends keyof Whole>(
  whole: Whole,
  fields: readonly Field[],
): Pick<Whole, Field> {
  const picked: Partial<Pick<Whole, Field>> = {};
  for (const field of fields) picked[field] = whole[field];
  return picked as Pick<Whole, Field>; // every field of it has just been set
}
