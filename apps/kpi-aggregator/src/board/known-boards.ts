import type { Board } from '@motcua/contracts';
import type { Instant } from '@motcua/indicators';
import type { BoardQuery, BoardRow } from './read-board.ts';

/** A moment of recording, or what a closed month was reported with. */
export type KnownAt = Instant | 'close';

export interface KnownBoard {
  readonly basis: NonNullable<Board['basis']>;
  readonly asOf: Instant;
  readonly rows: readonly BoardRow[];
}

/** Boards by what had been recorded by a moment, and as reported. */
export interface KnownBoards {
  /** @throws ProblemError 404 `period-close.none`, 422 `period-close.not-a-month`, `period-close.grouping-not-frozen`, 503 `known-at.busy` */
  read(query: BoardQuery, knownAt: KnownAt): Promise<KnownBoard>;
}

/** `@Inject(KNOWN_BOARDS) known: KnownBoards` */
export const KNOWN_BOARDS = Symbol('KNOWN_BOARDS');
