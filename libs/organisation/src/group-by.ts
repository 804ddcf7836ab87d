import type { Unit } from './unit.ts';

export function groupBy<K>(units: readonly Unit[], keyOf: (unit: Unit) => K): Map<K, Unit[]> {
  const groups = new Map<K, Unit[]>();
  for (const unit of units) {
    const group = groups.get(keyOf(unit));
    if (group === undefined) groups.set(keyOf(unit), [unit]);
    else group.push(unit);
  }
  return groups;
}
