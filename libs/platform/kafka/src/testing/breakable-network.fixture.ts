import type { Socket } from 'node:net';
import type { ISocketFactory } from 'kafkajs';
import { createNoDelaySocket } from '../kafkajs/no-delay-socket.ts';

export interface BreakableNetwork {
  readonly socketFactory: ISocketFactory;
  cut(): void;
  mend(): void;
}

/** A network that can be cut: what a killed or paused process looks like from the broker. */
export function createBreakableNetwork(): BreakableNetwork {
  const sockets = new Set<Socket>();
  let isCut = false;
  return {
    socketFactory: (options) => {
      const socket = createNoDelaySocket(options);
      sockets.add(socket);
      if (isCut) setImmediate(() => socket.destroy(new Error('network is cut')));
      return socket;
    },
    cut: () => {
      isCut = true;
      for (const socket of sockets) socket.destroy(new Error('network is cut'));
    },
    mend: () => {
      isCut = false;
    },
  };
}
