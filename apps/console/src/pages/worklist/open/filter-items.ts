import type { WorklistSearch } from '../worklist-search.ts';
import type { WorkItem } from './to-work-items.ts';

/** The lines that the address asks for. @param reader staff id of who looks */
export const filterItems = (
  items: readonly WorkItem[],
  { mine, procedure, status }: WorklistSearch,
  reader: string,
): readonly WorkItem[] =>
  items.filter(
    ({ dossier }) =>
      (mine !== true || dossier.officer === reader) &&
      (procedure === undefined || dossier.procedure === procedure) &&
      (status === undefined || dossier.status === status),
  );
