import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { connect, createServer, type Server, type Socket } from 'node:net';

/** Between two projects of one `npm test`, or two looks at one spec. */
const LINGER_MS = 30_000;

export interface Runs {
  /** Said to every run that is connected, and to each that comes. */
  readonly send: (words: object) => void;
  /** Resolves when none has been connected for a while, or this process is to end. */
  readonly over: Promise<void>;
  /** Nobody is let in any more. */
  readonly close: () => void;
}

/** Waits for Jest runs at the socket. `undefined` where somebody else does so already. */
export async function receiveRuns(path: string): Promise<Runs | undefined> {
  const server = await listenAt(path);
  if (server === undefined) return undefined;

  const connected = new Set<Socket>();
  let line: string | undefined;
  let end = (): void => undefined;
  const over = new Promise<void>((resolve) => (end = resolve));
  let lingering = setTimeout(end, LINGER_MS);
  server.on('connection', (socket) => {
    clearTimeout(lingering);
    connected.add(socket);
    socket.on('error', () => undefined).resume();
    socket.on('close', () => {
      connected.delete(socket);
      if (connected.size === 0) lingering = setTimeout(end, LINGER_MS);
    });
    if (line !== undefined) socket.write(line);
  });
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, end);
  return {
    send(words) {
      line = `${JSON.stringify(words)}\n`;
      for (const socket of connected) socket.write(line);
    },
    over,
    close() {
      clearTimeout(lingering);
      server.close();
      for (const socket of connected) socket.end();
    },
  };
}

/** A socket's file outlives a process that was killed: where nobody answers at it, it is in nobody's use. */
async function listenAt(path: string): Promise<Server | undefined> {
  const server = createServer();
  const isListening = async (): Promise<boolean> => {
    server.listen(path);
    return once(server, 'listening').then(
      () => true,
      () => false,
    );
  };
  if (await isListening()) return server;
  if (await isAnswered(path)) return undefined;
  rmSync(path, { force: true });
  return (await isListening()) ? server : undefined;
}

async function isAnswered(path: string): Promise<boolean> {
  const socket = connect(path);
  const isOpen = await once(socket, 'connect').then(
    () => true,
    () => false,
  );
  socket.destroy();
  return isOpen;
}
