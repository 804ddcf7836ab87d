import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { LiveMessage } from '@motcua/contracts';
import { LiveBoard, type LiveState } from './live-board.ts';

const NOON = Date.UTC(2026, 10, 24, 5);
beforeEach(() => {
  jest.useFakeTimers({ now: NOON });
});
afterEach(() => {
  jest.useRealTimers();
});

const toMessage = (open: number, nextChangeAt: string | null = null): LiveMessage => ({
  board: {
    unit: 'commune',
    period: { from: '2026-01-01', to: '2026-11-24' },
    by: null,
    asOf: new Date(Date.now()).toISOString(),
    parked: 0,
    freshness: { lag: 0, lagReadAt: null, projectedAt: null },
    rows: [{ key: 'commune', indicators: { open: { version: 1, numerator: null, denominator: null, value: open } } }],
  },
  nextChangeAt,
});

/** A board whose figure is set by hand; counts how often it is read. */
function createBoard(nextChangeAt: string | null = null) {
  const source = { open: 1, reads: 0 };
  const seen: LiveState[] = [];
  const board = new LiveBoard({
    source: {
      read: () => {
        source.reads += 1;
        return Promise.resolve(toMessage(source.open, nextChangeAt));
      },
    },
    onError: (error) => {
      throw error;
    },
  });
  return { board, source, seen, listener: (state: LiveState) => void seen.push(state) };
}

describe('a live board', () => {
  it('tells its listeners when it shows something else, and only then', async () => {
    const { board, source, seen, listener } = createBoard();
    const { stop } = await board.watch(listener);
    await board.wake();
    expect(seen).toHaveLength(1);
    source.open = 2;
    await board.wake();
    expect(seen).toHaveLength(2);
    expect(new Set(seen.map(({ id }) => id)).size).toBe(2);
    stop();
  });

  it('is read again when the next due moment passes, without being woken', async () => {
    const { board, source, listener } = createBoard(new Date(NOON + 1_500).toISOString());
    const { stop } = await board.watch(listener);
    await jest.advanceTimersByTimeAsync(1_499);
    expect(source.reads).toBe(1);
    await jest.advanceTimersByTimeAsync(2);
    expect(source.reads).toBe(2);
    stop();
  });

  it('is read again every five seconds, because a wake-up may be lost', async () => {
    const { board, source, listener } = createBoard();
    const { stop } = await board.watch(listener);
    await jest.advanceTimersByTimeAsync(5_000);
    expect(source.reads).toBe(2);
    stop();
  });

  it('is read once for many wake-ups that come while it is being read', async () => {
    const { board, source, listener } = createBoard();
    const { stop } = await board.watch(listener);
    await Promise.all([board.wake(), board.wake(), board.wake()]);
    expect(source.reads).toBeLessThanOrEqual(3);
    stop();
  });

  it('rests when nobody watches', async () => {
    const { board, source, listener } = createBoard();
    const { stop } = await board.watch(listener);
    stop();
    await jest.advanceTimersByTimeAsync(60_000);
    expect(source.reads).toBe(1);
  });
});
