import type { Actor, Caller, ServicePrincipal } from '@motcua/auth';
import type { LiveMessage, BoardGrouping } from '@motcua/contracts';
import { createStreamSemaphore, type CallerSemaphore } from '@motcua/http';
import type { Instant, LocalDays } from '@motcua/indicators';
import { service, type Config } from '../../config.ts';
import { zonesOf } from '../../figures/unit-placements.query.ts';
import { liveBoardsFull } from '../../http/problems.ts';
import { getActiveTableSet } from '../../projection/table-set.ts';
import type { BoardService } from '../board.service.ts';
import { LiveBoard, type LiveListener, type LiveState } from './live-board.ts';
import { findNextMidnight, toPeriodAt, VIETNAM, type LivePeriod } from './live-period.ts';
import { findNextBreach } from './next-change.query.ts';

export interface LiveRequest {
  readonly unit: string;
  readonly period: LivePeriod;
  readonly by: BoardGrouping | null;
}

/** The service itself. */
const itself: ServicePrincipal = { service, scopes: ['board:read'] };

interface LiveLimits {
  /** Streams, each of one subject. */
  readonly streams: CallerSemaphore;
  /** Different boards: each is read again with every change of its unit, and every few seconds. */
  readonly boards: number;
}

export const toLiveLimits = (config: Config): LiveLimits => ({
  streams: createStreamSemaphore({ subject: 'live', perSubject: config.LIVE_STREAMS_PER_SUBJECT, inAll: config.LIVE_STREAMS }),
  boards: config.LIVE_BOARDS,
});

/** Every live board that somebody watches, one of each kind. */
export class LiveHub {
  readonly #limits: LiveLimits;
  readonly #boards: BoardService;
  readonly #days: LocalDays;
  readonly #onError: (error: unknown) => void;
  readonly #live = new Map<string, { unit: string; board: LiveBoard }>();

  constructor(boards: BoardService, days: LocalDays, limits: LiveLimits, onError: (error: unknown) => void) {
    this.#limits = limits;
    this.#boards = boards;
    this.#days = days;
    this.#onError = onError;
  }

  /** @throws ProblemError 404 `unit.unknown`, 403 `auth.forbidden`, 429 `live.too-many`, 503 `live.busy`, `live.boards-full` */
  async watch(actor: Actor, request: LiveRequest, listener: LiveListener): Promise<{ state: LiveState; stop: () => void }> {
    const leave = this.#limits.streams.enter(actor.sub);
    try {
      await this.#boards.onSnapshot(actor, request.unit, () => Promise.resolve());
      const { state, stop } = await this.#watchBoard(
        toReader(actor, this.#boards.seesWhole(actor, request.unit)),
        request,
        listener,
      );
      return {
        state,
        stop: () => {
          stop();
          leave();
        },
      };
    } catch (error) {
      leave();
      throw error;
    }
  }

  async #watchBoard(
    reader: Caller,
    request: LiveRequest,
    listener: LiveListener,
  ): Promise<{ state: LiveState; stop: () => void }> {
    const key = JSON.stringify({ ...request, reader });
    const board = this.#live.get(key)?.board ?? this.#create(key, reader, request);
    const forget = (): void => {
      if (!board.isWatched && this.#live.get(key)?.board === board) this.#live.delete(key);
    };
    try {
      const { state, stop } = await board.watch(listener);
      return {
        state,
        stop: () => {
          stop();
          forget();
        },
      };
    } catch (error) {
      forget();
      throw error;
    }
  }

  /** Figures of these units may have changed. */
  wake(units: readonly string[]): void {
    const changed = new Set(units);
    for (const { unit, board } of this.#live.values()) if (changed.has(unit)) board.wake().catch(this.#onError);
  }

  #create(key: string, reader: Caller, request: LiveRequest): LiveBoard {
    if (this.#live.size >= this.#limits.boards) throw liveBoardsFull(this.#limits.boards);
    const board = new LiveBoard({ source: { read: (now) => this.#read(reader, request, now) }, onError: this.#onError });
    this.#live.set(key, { unit: request.unit, board });
    return board;
  }

  /** Who watches has been let in by `watch`; all who may see as much are shown the same board. */
  async #read(reader: Caller, { unit, period: live, by }: LiveRequest, now: Instant): Promise<LiveMessage> {
    const lag = await this.#boards.readLag();
    return this.#boards.onSnapshot(reader, unit, async (database, places) => {
      const zones = places.length === 0 ? [VIETNAM] : zonesOf(places);
      const period = toPeriodAt(live, zones[0] ?? VIETNAM, now, this.#days);
      const board = await this.#boards.readAt(database, places, { unit, period, by, asOf: now }, lag);
      const midnight = findNextMidnight(live, period, zones, now, this.#days);
      const tableSet = await getActiveTableSet(database);
      const breach =
        midnight === null
          ? null
          : await findNextBreach(
              database,
              tableSet,
              places.map(({ id }) => id),
              now,
            );
      const next = [midnight, breach].filter((at) => at !== null);
      return { board, nextChangeAt: next.length === 0 ? null : new Date(Math.min(...next)).toISOString() };
    });
  }
}

/** Whoever sees the whole unit sees the same; who sees a former part of it, what their unit sees. */
const toReader = ({ unit }: Actor, seesWhole: boolean): Caller =>
  seesWhole || unit === undefined ? itself : { sub: 'live', role: 'leader', unit };
