import type { WorkItem } from './to-work-items.ts';

/** Lines as they stand on the screen, and how many of them are other by now. */
export interface HeldList {
  readonly shown: readonly WorkItem[];
  readonly changes: number;
}

const versionOf = ({ dossier, group }: WorkItem): string => `${dossier.dossierVersion} ${group}`;

/**
 * What is shown while the reader has not asked for the new: the lines that were there, in their order; time goes on in those that nobody
 * changed.
 *
 * @param own dossiers that the reader changed: what became of them is no news, and is shown
 */
export function holdList(held: readonly WorkItem[], fresh: readonly WorkItem[], own: ReadonlySet<string> = new Set()): HeldList {
  const now = new Map(fresh.map((item) => [item.dossier.dossierId, item]));
  const before = new Set(held.map(({ dossier }) => dossier.dossierId));
  const isOther = (item: WorkItem): boolean => {
    const found = now.get(item.dossier.dossierId);
    return !own.has(item.dossier.dossierId) && (found === undefined || versionOf(found) !== versionOf(item));
  };
  const added = fresh.filter(({ dossier }) => !before.has(dossier.dossierId)).length;
  return {
    shown: held.flatMap((item) => (isOther(item) ? [item] : (now.get(item.dossier.dossierId) ?? []))),
    changes: held.filter(isOther).length + added,
  };
}
