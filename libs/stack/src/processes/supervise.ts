import type { ExitReport } from '@motcua/embedded';
import { setTimeout as delay } from 'node:timers/promises';
import { createBackoff } from './backoff.ts';

/** A server that runs: PostgreSQL, Kafka, a service. */
export interface RunningServer {
  readonly pid: number;
  readonly exited: Promise<ExitReport>;
  stop(): Promise<void>;
}

export type SupervisionEvent =
  | { readonly kind: 'died'; readonly name: string; readonly report: ExitReport; readonly restartInMs: number }
  | { readonly kind: 'restart-failed'; readonly name: string; readonly error: unknown; readonly restartInMs: number }
  | { readonly kind: 'restarted'; readonly name: string; readonly pid: number };

export interface Supervised {
  readonly name: string;
  /** Of the process that runs now, or ran last. */
  pid(): number;
  /** Ends supervision first, then the server. */
  stop(): Promise<void>;
}

/** Watches a server that was started with `start`; whenever it ends unasked, waits (longer each time) and starts it again. */
export function supervise<T extends RunningServer>(
  name: string,
  first: T,
  { start, onEvent }: { start: () => Promise<T>; onEvent: (event: SupervisionEvent) => void },
): Supervised {
  const stopping = new AbortController();
  const backoff = createBackoff();
  let server = first;
  let startedAt = Date.now();

  const restart = async (): Promise<void> => {
    let event: SupervisionEvent = {
      kind: 'died',
      name,
      report: await server.exited,
      restartInMs: backoff.next(Date.now() - startedAt),
    };
    while (!stopping.signal.aborted) {
      onEvent(event);
      await delay(event.restartInMs, undefined, { signal: stopping.signal });
      try {
        server = await start();
        startedAt = Date.now();
        onEvent({ kind: 'restarted', name, pid: server.pid });
        return;
      } catch (error) {
        event = { kind: 'restart-failed', name, error, restartInMs: backoff.next(0) };
      }
    }
  };
  const watch = async (): Promise<void> => {
    while (!stopping.signal.aborted) await restart();
  };
  // Only the abort of the delay ends up here.
  const watching = watch().catch(() => undefined);

  return {
    name,
    pid: () => server.pid,
    async stop() {
      stopping.abort();
      await server.stop();
      await watching;
      // A restart may have been under way; then `server` is a new one by now.
      await server.stop();
    },
  };
}
