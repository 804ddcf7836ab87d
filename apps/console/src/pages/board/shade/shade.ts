/** Shades of a tile, from none to the darkest. */
export type Shade = 0 | 1 | 2 | 3;

/** How dark a tile is: nothing overdue is not shaded, the rest in thirds of the largest. */
export function toShade(overdue: number, largest: number): Shade {
  if (overdue === 0) return 0;
  return Math.min(3, Math.ceil((3 * overdue) / Math.max(1, largest))) as Shade;
}
