/** A unit as the catalogue tells of it, as far as finding one's way needs. */
export interface TreeUnit {
  readonly code: string;
  readonly parent: string | null;
}

/** A unit and those above it, the highest first, no higher than `top`. Unknown: the code alone tells nothing, so nothing. */
export function findPath<Unit extends TreeUnit>(units: readonly Unit[], code: string, top?: string): Unit[] {
  const byCode = new Map(units.map((unit) => [unit.code, unit]));
  const path: Unit[] = [];
  for (let unit = byCode.get(code); unit !== undefined && !path.includes(unit);) {
    path.unshift(unit);
    if (unit.code === top) break;
    unit = unit.parent === null ? undefined : byCode.get(unit.parent);
  }
  return path;
}

/** A unit and everything below it, parents before children, each with its depth. Without a top: all. */
export function listSubtree<Unit extends TreeUnit>(
  units: readonly Unit[],
  top?: string,
): { readonly unit: Unit; readonly depth: number }[] {
  const children = groupByParent(units);
  const known = new Set(units.map(({ code }) => code));
  const list = (unit: Unit, depth: number): { unit: Unit; depth: number }[] => [
    { unit, depth },
    ...(children.get(unit.code) ?? []).flatMap((child) => list(child, depth + 1)),
  ];
  const roots =
    top === undefined
      ? units.filter(({ parent }) => parent === null || !known.has(parent))
      : units.filter(({ code }) => code === top);
  return roots.flatMap((unit) => list(unit, 0));
}

function groupByParent<Unit extends TreeUnit>(units: readonly Unit[]): Map<string | null, Unit[]> {
  const groups = new Map<string | null, Unit[]>();
  for (const unit of units) groups.set(unit.parent, [...(groups.get(unit.parent) ?? []), unit]);
  return groups;
}
