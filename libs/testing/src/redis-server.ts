import { findFreePort, startChild } from '@motcua/embedded';
import { setTimeout as delay } from 'node:timers/promises';
import { ensureRedisProgram } from './redis-program.ts';

const ATTEMPTS = 3;
const READY = 'Ready to accept connections';
const READY_TIMEOUT_MS = 20_000;

/** A Redis that keeps nothing. */
export interface RedisServer {
  /** `redis://127.0.0.1:<port>` */
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** Starts a Redis of one's own on a free port, in memory alone. */
export async function startRedisServer(): Promise<RedisServer> {
  const file = await ensureRedisProgram();
  for (let attempt = 1; ; attempt += 1) {
    const port = await findFreePort();
    let announce: (word: 'ready') => void = () => undefined;
    const announced = new Promise<'ready'>((resolve) => (announce = resolve));
    const args = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--loglevel', 'notice'];
    const onLine = (line: string): void => {
      if (line.includes(READY)) announce('ready');
    };
    const server = await startChild({ file, args, onLine });
    const stop = async (): Promise<void> => {
      await server.stop(['SIGTERM', 'SIGKILL'], 5_000);
    };
    const first = await Promise.race([announced, server.exited, delay(READY_TIMEOUT_MS, 'late' as const, { ref: false })]);
    if (first === 'ready') return { url: `redis://127.0.0.1:${port}`, stop };
    await stop();
    // The port was free a moment ago; somebody else may have been faster.
    if (attempt === ATTEMPTS) throw new Error(`Redis did not start:\n${server.lastLines().join('\n')}`);
  }
}
