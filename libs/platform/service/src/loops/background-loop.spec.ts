import { describe, expect, it } from '@jest/globals';
import { createLogger } from '@motcua/observability';
import { waitFor } from '@motcua/testing';
import { BackgroundLoop, reportLoops } from './background-loop.ts';

const logger = createLogger('spec', { level: 'silent' });
const HOUR_MS = 3_600_000;

describe('a background loop', () => {
  it('turns again and again, and tries a turn that failed once more', async () => {
    const turns: string[] = [];
    const loop = new BackgroundLoop({
      name: 'sweep',
      logger,
      turn: () => {
        turns.push(turns.length === 1 ? 'fails' : 'works');
        if (turns.length === 2) return Promise.reject(new Error('the broker is away'));
        return Promise.resolve(turns.length < 3 ? 0 : HOUR_MS);
      },
    });
    loop.start();
    await waitFor(() => loop.failure !== undefined, { describe: 'a turn that failed' });
    expect(reportLoops([loop])).toEqual({ ready: false, reason: 'failing and tried again: sweep' });
    await waitFor(() => turns.length === 3, { describe: 'another turn' });
    await waitFor(() => reportLoops([loop]).ready, { describe: 'the failure forgotten' });
    await loop.stop();
    expect(turns).toEqual(['works', 'fails', 'works']);
  });

  it('lets the turn in hand end when it is stopped, and does not rest to the end', async () => {
    let end: () => void = () => undefined;
    let hasEnded = false;
    const inHand = new Promise<void>((resolve) => (end = resolve));
    const loop = new BackgroundLoop({
      name: 'sweep',
      logger,
      turn: async () => {
        await inHand;
        hasEnded = true;
        return HOUR_MS;
      },
    });
    loop.start();
    const stopped = loop.stop();
    end();
    await stopped;
    expect(hasEnded).toBe(true);
  });

  it('ends its rest when it is woken, also by what came during the turn', async () => {
    let turns = 0;
    let duringTurn: () => void = () => undefined;
    const loop = new BackgroundLoop({
      name: 'timers',
      logger,
      turn: () => {
        turns += 1;
        duringTurn();
        return Promise.resolve(HOUR_MS);
      },
    });
    duringTurn = () => {
      if (turns === 2) loop.wake();
    };
    loop.start();
    await waitFor(() => turns === 1, { describe: 'a turn' });
    loop.wake();
    await waitFor(() => turns === 3, { describe: 'two more' });
    loop.wake(HOUR_MS / 2);
    loop.wake(1);
    await waitFor(() => turns === 4, { describe: 'the shorter of both' });
    await loop.stop();
    expect(turns).toBe(4);
  });
});
