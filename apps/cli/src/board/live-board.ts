import type { Board, BoardGrouping } from '@motcua/contracts/kpi';
import { setTimeout as sleep } from 'node:timers/promises';
import { createGatewayClient, type GatewayClient } from '@motcua/client';
import type { StackConnection } from '@motcua/stack';
import { createRedraw, type ScreenOutput, type Period } from '@motcua/terminal';
import { toAlertLine } from '../clocks/alert-lines.ts';
import { type AlertWatch, createAlertWatch } from '../clocks/watch-alerts.ts';
import { formatFigure } from './format-figure.ts';
import { LiveFigures } from './live-figures.ts';
import { createEventRate } from './event-rate.ts';
import { followLive } from './live-stream.ts';
import type { LiveBoardName, LiveState } from './live-view.ts';
import { toLiveLines } from './to-live-lines.ts';

export interface LiveBoardOptions {
  readonly stack: StackConnection;
  readonly signal: AbortSignal;
  readonly tty: boolean;
  readonly output?: ScreenOutput;
  /** What is arriving while the board is shown already; undefined when all is there. */
  readonly arriving?: () => string | undefined;
}

const FRAME_MS = 150;
const LINE_EVERY_MS = 5_000;
const thanhBa = { unit: 'thanh-ba', toPeriod: (): Period => ({ from: '2022-01-01', to: '2022-10-31' }) };
const PROVINCE = 'phu-tho';

/**
 * Shows the live board until the signal: on a terminal a screen that is redrawn when a figure moves, elsewhere a line when figures
 * moved, at most every five seconds.
 */
export async function showLiveBoard(options: LiveBoardOptions): Promise<void> {
  const { stack, signal, tty, output = process.stdout, arriving } = options;
  const client = createGatewayClient(stack, { role: 'admin' });
  const alerts = createAlertWatch(client, PROVINCE, 1);
  const screen = createScreen({ client, stack, alerts, signal, arriving });
  const streams = [
    screen.follow({ name: 'thanhBa', ...thanhBa }),
    screen.follow({ name: 'thanhBaLevels', by: 'level', ...thanhBa }),
    screen.follow({ name: 'today', unit: PROVINCE, toPeriod: toToday }),
    // What the old district left unfinished is in the province's row, and is no commune.
    screen.follow({ name: 'todayCommunes', by: 'unit', hide: thanhBa.unit, unit: PROVINCE, toPeriod: toToday }),
    screen.measureRate(),
    alerts.run(signal),
  ];
  await (tty ? drawFrames(screen, signal, output) : printLinesOfChange(screen, signal, output));
  await Promise.all(streams);
}

/** Today in Viet Nam. */
function toToday(): Period {
  const date = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
  return { from: date, to: date };
}

interface LiveStream {
  readonly name: LiveBoardName;
  readonly unit: string;
  readonly by?: BoardGrouping;
  /** A row that is not shown. */
  readonly hide?: string;
  /** May move with the clock. */
  readonly toPeriod: () => Period;
}

interface Screen {
  readonly figures: LiveFigures;
  state(): LiveState;
  /** Counts up with every figure that moved. */
  changes(): number;
  follow(stream: LiveStream): Promise<void>;
  measureRate(): Promise<void>;
}

interface ScreenParts {
  readonly client: GatewayClient;
  readonly stack: StackConnection;
  readonly alerts: AlertWatch;
  readonly signal: AbortSignal;
  readonly arriving: LiveBoardOptions['arriving'];
}

function createScreen({ client, stack, alerts, signal, arriving }: ScreenParts): Screen {
  const figures = new LiveFigures();
  const boards: Partial<Record<LiveBoardName, Board>> = {};
  const down = new Set<LiveBoardName>();
  const rate = createEventRate(client);
  let nextChangeAt: string | null = null;
  let changes = 0;
  const take = (name: LiveBoardName, board: Board): void => {
    boards[name] = board;
    if (figures.take(name, board, Date.now())) changes += 1;
  };
  return {
    figures,
    changes: () => changes + alerts.changes(),
    state: () => ({
      boards,
      connected: down.size === 0,
      gatewayUrl: stack.gatewayUrl,
      mailUrl: stack.mailUrl,
      arriving: arriving?.(),
      eventsPerSecond: rate.perSecond(),
      nextChangeAt,
      alerts: alerts.state(),
    }),
    measureRate: () => rate.measure(signal),
    async follow({ name, unit, by, hide, toPeriod }) {
      while (!signal.aborted) {
        await followLive({
          client,
          unit,
          by,
          period: toPeriod(),
          signal: watchPeriod(toPeriod, signal),
          onMessage(message) {
            if (name === 'today') nextChangeAt = message.nextChangeAt;
            take(name, hide === undefined ? message.board : withoutRow(message.board, hide));
          },
          onConnected(connected) {
            if (connected) down.delete(name);
            else down.add(name);
          },
        });
      }
    },
  };
}

function withoutRow(board: Board, hidden: string): Board {
  return { ...board, rows: board.rows.filter(({ key }) => key !== hidden) };
}

/** A signal that also fires when the period has become another: at midnight, today is another day. */
function watchPeriod(toPeriod: () => Period, signal: AbortSignal): AbortSignal {
  const ended = new AbortController();
  const { from } = toPeriod();
  const timer = setInterval(() => {
    if (toPeriod().from === from && !signal.aborted) return;
    clearInterval(timer);
    ended.abort();
  }, 1_000);
  timer.unref();
  return AbortSignal.any([signal, ended.signal]);
}

async function drawFrames(screen: Screen, signal: AbortSignal, output: ScreenOutput): Promise<void> {
  const redraw = createRedraw(output);
  let drawn = -1;
  let drawnAt = 0;
  let arriving: string | undefined;
  while (!signal.aborted) {
    const now = Date.now();
    const state = screen.state();
    const hasNews = screen.changes() !== drawn || state.arriving !== arriving;
    if (hasNews || screen.figures.isGlowing(now) || now - drawnAt > 1_000) {
      redraw(toLiveLines(state, screen.figures, now, output.columns));
      drawn = screen.changes();
      arriving = state.arriving;
      drawnAt = now;
    }
    await sleep(FRAME_MS, undefined, { signal }).catch(() => undefined);
  }
}

async function printLinesOfChange(screen: Screen, signal: AbortSignal, output: ScreenOutput): Promise<void> {
  const shownIds = new Set<string>();
  let printed = 0;
  while (!signal.aborted) {
    if (screen.changes() !== printed) {
      printed = screen.changes();
      const state = screen.state();
      output.write(`${toChangeLine(state)}\n`);
      for (const alert of (state.alerts?.alerts ?? []).filter(({ id }) => !shownIds.has(id)).reverse()) {
        shownIds.add(alert.id);
        output.write(`${toAlertLine(alert)}\n`);
      }
    }
    await sleep(LINE_EVERY_MS, undefined, { signal }).catch(() => undefined);
  }
}

function toChangeLine({ boards }: LiveState): string {
  const show = (name: LiveBoardName, ids: readonly string[]): string => {
    const indicators = boards[name]?.rows[0]?.indicators ?? {};
    return ids
      .flatMap((id) => (indicators[id] === undefined ? [] : [`${id} ${formatFigure(indicators[id], 'no data')}`]))
      .join(', ');
  };
  const time = `${new Date().toISOString().slice(11, 19)}Z`;
  const old = show('thanhBa', ['on-time.closed', 'online.filed', 'open.overdue', 'digitized.dossiers']);
  return `${time} · Thanh Ba 2022: ${old} · today: ${show('today', ['received', 'finished', 'open', 'open.overdue', 'on-time.closed'])}`;
}
