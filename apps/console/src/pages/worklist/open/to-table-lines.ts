import { workGroups, type WorkGroup, type WorkItem } from './to-work-items.ts';

/** A line of the table: the head of a group, or a dossier with its place among the dossiers. */
export type TableLine =
  | { readonly kind: 'group'; readonly group: WorkGroup; readonly count: number }
  | { readonly kind: 'item'; readonly item: WorkItem; readonly index: number };

/** The lines from top to bottom, each group under its head; groups without a dossier have none. */
export function toTableLines(items: readonly WorkItem[]): TableLine[] {
  const lines: TableLine[] = [];
  let index = 0;
  for (const group of workGroups) {
    const members = items.filter((item) => item.group === group);
    if (members.length > 0) lines.push({ kind: 'group', group, count: members.length });
    for (const item of members) lines.push({ kind: 'item', item, index: index++ });
  }
  return lines;
}
