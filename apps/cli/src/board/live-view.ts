import type { Board } from '@motcua/contracts/kpi';
import type { AlertState } from '../clocks/watch-alerts.ts';

/** The boards on the live screen, each a stream of its own. */
export type LiveBoardName = 'thanhBa' | 'thanhBaLevels' | 'today' | 'todayCommunes';

export interface LiveState {
  readonly boards: Partial<Record<LiveBoardName, Board>>;
  readonly connected: boolean;
  readonly gatewayUrl: string;
  /** What of the scenario is arriving just now, and how far it is. */
  readonly arriving?: string | undefined;
  readonly eventsPerSecond: number | null;
  readonly nextChangeAt: string | null;
  /** Clocks and alerts of the province; undefined where nobody watches them. */
  readonly alerts?: AlertState | undefined;
  /** The page on which mails are read. */
  readonly mailUrl?: string | undefined;
}
