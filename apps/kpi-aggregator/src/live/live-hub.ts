import type { Actor, ServicePrincipal } from '@motcua/auth';
import type { LiveMessage } from '@motcua/contracts';
import type { Instant, LocalDays } from '@motcua/indicators';
import type { BoardService } from '../board/board.service.ts';
import { service } from '../config.ts';
import { zonesOf } from '../figures/unit-places.query.ts';
import { getActiveSlot } from '../projection/slot.ts';
import type { BoardGrouping } from '@motcua/contracts';
import { LiveBoard, type LiveListener, type LiveState } from './live-board.ts';
import { findNextMidnight, toPeriodAt, VIETNAM, type LivePeriod } from './live-period.ts';
import { findNextBreach } from './next-change.query.ts';

export interface LiveRequest {
  readonly unit: string;
  readonly period: LivePeriod;
  readonly by: BoardGrouping | null;
}

/** The service itself. */
const reader: ServicePrincipal = { service, scopes: [] };

/** Every live board that somebody watches, one of each kind. */
export class LiveHub {
  readonly #boards: BoardService;
  readonly #days: LocalDays;
  readonly #onError: (error: unknown) => void;
  readonly #live = new Map<string, { unit: string; board: LiveBoard }>();

  constructor(boards: BoardService, days: LocalDays, onError: (error: unknown) => void) {
    this.#boards = boards;
    this.#days = days;
    this.#onError = onError;
  }

  /** @throws ProblemError 404 `unit.unknown`, 403 `auth.forbidden` */
  async watch(actor: Actor, request: LiveRequest, listener: LiveListener): Promise<{ state: LiveState; stop: () => void }> {
    await this.#boards.onSnapshot(actor, request.unit, () => Promise.resolve());
    const key = JSON.stringify(request);
    const board = this.#live.get(key)?.board ?? this.#create(key, request);
    const { state, stop } = await board.watch(listener);
    return {
      state,
      stop: () => {
        stop();
        if (!board.isWatched) this.#live.delete(key);
      },
    };
  }

  /** Figures of these units may have changed. */
  wake(units: readonly string[]): void {
    const changed = new Set(units);
    for (const { unit, board } of this.#live.values()) if (changed.has(unit)) board.wake().catch(this.#onError);
  }

  #create(key: string, request: LiveRequest): LiveBoard {
    const board = new LiveBoard({ source: { read: (now) => this.#read(request, now) }, onError: this.#onError });
    this.#live.set(key, { unit: request.unit, board });
    return board;
  }

  /** Who watches has been let in by `watch`; all of them are shown the same board. */
  async #read({ unit, period: live, by }: LiveRequest, now: Instant): Promise<LiveMessage> {
    const lag = await this.#boards.readLag();
    return this.#boards.onSnapshot(reader, unit, async (database, places) => {
      const zones = places.length === 0 ? [VIETNAM] : zonesOf(places);
      const period = toPeriodAt(live, zones[0] ?? VIETNAM, now, this.#days);
      const board = await this.#boards.readAt(database, places, { unit, period, by, asOf: now }, lag);
      const midnight = findNextMidnight(live, period, zones, now, this.#days);
      const slot = await getActiveSlot(database);
      const breach =
        midnight === null
          ? null
          : await findNextBreach(
              database,
              slot,
              places.map(({ id }) => id),
              now,
            );
      const next = [midnight, breach].filter((at) => at !== null);
      return { board, nextChangeAt: next.length === 0 ? null : new Date(Math.min(...next)).toISOString() };
    });
  }
}
