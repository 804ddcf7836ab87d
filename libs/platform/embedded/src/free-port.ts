import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/** Whether a server can listen on this port of 127.0.0.1 now. */
export function isPortFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => {
      resolve(false);
    });
    probe.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      probe.close(() => {
        resolve(true);
      });
    });
  });
}

/**
 * Where any port is looked for. Above it systems take what connections go out by, and what is asked for as port 0: one of those may be gone
 * between the choice and the server that is to listen there (Linux begins at 32768, macOS and Windows at 49152).
 */
const FIRST_PORT = 20_000;
const END_OF_PORTS = 32_000;
const MOST_LOOKS = 200;

/**
 * A free port of 127.0.0.1: the preferred one where it is free, so that addresses survive a restart, else any. Somebody may take it before
 * it is used; whoever starts a server on it tries again with another one.
 *
 * @throws where none is free among so many
 */
export async function findFreePort({
  prefer,
  not = [],
}: { prefer?: number | undefined; not?: readonly number[] } = {}): Promise<number> {
  if (prefer !== undefined && !not.includes(prefer) && (await isPortFree(prefer))) return prefer;
  for (let looks = 0; looks < MOST_LOOKS; looks++) {
    const port = randomInt(FIRST_PORT, END_OF_PORTS);
    if (!not.includes(port) && (await isPortFree(port))) return port;
  }
  throw new Error(`No port of ${FIRST_PORT} to ${END_OF_PORTS - 1} is free.`);
}
