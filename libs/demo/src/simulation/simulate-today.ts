import { setTimeout as sleep } from 'node:timers/promises';
import { createRandom } from '../invention/random.ts';
import type { GatewayConnection } from '@motcua/client';
import { playCounters } from './play-counters.ts';
import { playSlowCounter } from './slow-counter.ts';
import { getSlowWork, openTodaysCounters } from './todays-communes.ts';

/** Gentle: the board moves every second or two, and the machine stays cool. */
const ACTIONS_PER_SECOND = 0.8;
const DESIRED = 60;
const RESTART_MS = 5_000;

/** Plays counters of today's communes until the signal. What fails in passing (a service restarts) is waited out. */
export async function startTodaysCounters({ stack, signal }: { stack: GatewayConnection; signal: AbortSignal }): Promise<void> {
  const { counters, procedures } = await openTodaysCounters(stack);
  const random = createRandom(Date.now());
  const play = {
    counters,
    procedures,
    random,
    actionsPerSecond: ACTIONS_PER_SECOND,
    desired: DESIRED,
    signal,
    onAction: () => undefined,
  };
  const slow = getSlowWork(stack, procedures).then((work) =>
    work === undefined ? undefined : playSlowCounter({ ...work, counters, random: createRandom(Date.now() + 1), signal }),
  );
  while (!signal.aborted) {
    await playCounters(play).catch(() => sleep(RESTART_MS, undefined, { signal }).catch(() => undefined));
  }
  await slow;
}
