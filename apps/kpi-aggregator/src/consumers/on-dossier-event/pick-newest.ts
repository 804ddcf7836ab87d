import type { BatchItem } from '@motcua/kafka';
import type { EventLabel } from '@motcua/contracts';

/**
 * Of each dossier the item with the newest state, in log order. Where responsibility moves within the batch all items of the dossier
 * are kept: events are fat, but when it moved is said by the `reassigned` event alone, and that it did not by the `reverted` one.
 */
export function pickNewest<Value extends EventLabel>(items: readonly BatchItem<Value>[]): readonly BatchItem<Value>[] {
  const newest = new Map<string, BatchItem<Value>>();
  const moving = new Set<string>();
  for (const item of items) {
    const { dossierId, version, moves } = item.value;
    if (moves) moving.add(dossierId);
    const known = newest.get(dossierId);
    if (known === undefined || known.value.version < version) newest.set(dossierId, item);
  }
  if (moving.size === 0) return [...newest.values()];
  return items.filter((item) => moving.has(item.value.dossierId) || newest.get(item.value.dossierId) === item);
}
