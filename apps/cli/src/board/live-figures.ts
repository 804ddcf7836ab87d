import type { Board, Figure } from '@motcua/contracts/kpi';

/** How long a figure that moved stays highlighted. */
const HIGHLIGHT_MS = 1_800;

/** A figure as it is, and whether it moved just now. */
export interface LiveFigure {
  readonly figure: Figure;
  readonly moved: 'up' | 'down' | null;
}

/** Remembers when each figure last moved. A key is a place on the screen: board · row · indicator. */
export class LiveFigures {
  readonly #figures = new Map<string, { figure: Figure; movedAt: number; up: boolean }>();

  /** Takes a board in; true when a figure changed. */
  take(name: string, { rows }: Board, now: number): boolean {
    let changed = false;
    for (const { key, indicators } of rows) {
      for (const [indicator, figure] of Object.entries(indicators))
        changed = this.#takeFigure(`${name}·${key}·${indicator}`, figure, now) || changed;
    }
    return changed;
  }

  #takeFigure(key: string, figure: Figure, now: number): boolean {
    const before = this.#figures.get(key);
    if (before !== undefined && isSame(before.figure, figure)) return false;
    // A rate whose parts grow while it stays the same has not moved.
    const isMove = before !== undefined && before.figure.value !== figure.value;
    if (isMove) this.#figures.set(key, { figure, movedAt: now, up: (figure.value ?? 0) >= (before.figure.value ?? 0) });
    else this.#figures.set(key, { movedAt: -Infinity, up: true, ...before, figure });
    return true;
  }

  find(name: string, row: string, indicator: string, now: number): LiveFigure | undefined {
    const found = this.#figures.get(`${name}·${row}·${indicator}`);
    if (found === undefined) return undefined;
    return { figure: found.figure, moved: now - found.movedAt > HIGHLIGHT_MS ? null : found.up ? 'up' : 'down' };
  }

  /** Whether something is still highlighted, so that the screen must be drawn again without any news. */
  isGlowing(now: number): boolean {
    for (const { movedAt } of this.#figures.values()) if (now - movedAt <= HIGHLIGHT_MS + 500) return true;
    return false;
  }
}

const isSame = (one: Figure, other: Figure): boolean =>
  one.value === other.value && one.numerator === other.numerator && one.denominator === other.denominator;
