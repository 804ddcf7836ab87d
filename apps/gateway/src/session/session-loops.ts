import type { Logger } from '@motcua/observability';
import type { Bearers } from '../bearers/bearers.ts';
import { RECHECK_MS, type Sessions } from './sessions.ts';

const SWEEP_MS = 5 * 60_000;

/** What goes on beside requests: streams of ended sessions and tokens are closed, what is over is deleted. @returns stops all of it */
export function startSessionLoops(
  sessions: Sessions,
  bearers: Bearers,
  { logger, recheckMs = RECHECK_MS }: { readonly logger: Logger; readonly recheckMs: number | undefined },
): () => Promise<void> {
  const loops = [
    repeat(() => sessions.recheckStreams(), recheckMs, logger),
    repeat(() => bearers.look(), recheckMs, logger),
    repeat(() => sessions.sweep(), SWEEP_MS, logger),
    repeat(() => bearers.sweep(), SWEEP_MS, logger),
  ];
  return async () => {
    await Promise.all(loops.map((stop) => stop()));
  };
}

/** The next round begins a pause after the last one ended; one that fails is told of and tried again. */
function repeat(work: () => Promise<void>, pauseMs: number, logger: Logger): () => Promise<void> {
  let isStopped = false;
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();
  const plan = (): void => {
    if (!isStopped) timer = setTimeout(run, pauseMs);
  };
  const run = (): void => {
    running = work()
      .catch((err: unknown) => {
        logger.warn({ err }, 'sessions could not be looked after');
      })
      .finally(plan);
  };
  plan();
  return async () => {
    isStopped = true;
    clearTimeout(timer);
    await running;
  };
}
