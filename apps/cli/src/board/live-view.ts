import type { Board } from '@motcua/contracts';

/** The boards on the live screen, each a stream of its own. */
export type LiveBoardName = 'thanhBa' | 'thanhBaLevels' | 'today' | 'todayCommunes';

export interface LiveState {
  readonly boards: Partial<Record<LiveBoardName, Board>>;
  readonly connected: boolean;
  readonly gatewayUrl: string;
  readonly eventsPerSecond: number | null;
  readonly nextChangeAt: string | null;
}
