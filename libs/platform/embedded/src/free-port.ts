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
 * A free port of 127.0.0.1: the preferred one where it is free, so that addresses survive a restart, else one that the system
 * picks. Somebody may take it before it is used; whoever starts a server on it tries again with another one.
 */
export async function findFreePort({
  prefer,
  not = [],
}: { prefer?: number | undefined; not?: readonly number[] } = {}): Promise<number> {
  if (prefer !== undefined && !not.includes(prefer) && (await isPortFree(prefer))) return prefer;
  const port = await anyFreePort();
  return not.includes(port) ? findFreePort({ not }) : port;
}

function anyFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen({ port: 0, host: '127.0.0.1' }, () => {
      const address = probe.address();
      probe.close(() => {
        if (address === null || typeof address === 'string') reject(new Error('The system named no port.'));
        else resolve(address.port);
      });
    });
  });
}
