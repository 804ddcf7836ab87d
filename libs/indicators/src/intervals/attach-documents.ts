import { documentsUnknown, type Documents } from './documents.ts';
import type { ResponsibilityInterval } from './responsibility-interval.ts';

/** Puts the documents on every responsibility interval: they are the dossier's, whoever is responsible. null: no checklist is known. */
export function attachDocuments(
  intervals: readonly ResponsibilityInterval[],
  documents: Documents | null,
): readonly ResponsibilityInterval[] {
  const known = documents === null ? documentsUnknown : { hasChecklist: true, ...documents };
  return intervals.map((interval) => ({ ...interval, ...known }));
}
