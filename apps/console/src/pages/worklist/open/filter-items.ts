import type { WorklistSearch } from '../worklist-search.ts';
import type { WorkItem } from './to-work-items.ts';

/** The lines that the address asks for. Work of whom the reader stands in for is theirs. @param reader staff id of who looks */
export const filterItems = (
  items: readonly WorkItem[],
  { mine, procedure, status }: WorklistSearch,
  reader: string,
): readonly WorkItem[] =>
  items.filter(
    ({ dossier }) =>
      (mine !== true || dossier.officer === reader || dossier.standIn === reader) &&
      (procedure === undefined || dossier.procedure === procedure) &&
      (status === undefined || dossier.status === status),
  );
