import { connect, createServer, type Server, type Socket } from 'node:net';

/** An address at which a broker answers only from when it is opened. */
export class LateBroker {
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  #target: { readonly host: string; readonly port: number } | undefined;

  private constructor() {
    this.#server = createServer((socket) => {
      this.#sockets.add(socket);
      socket.on('error', () => undefined);
      if (this.#target === undefined) {
        socket.destroy();
        return;
      }
      const broker = connect(this.#target);
      broker.on('error', () => socket.destroy());
      socket.on('close', () => broker.destroy());
      socket.pipe(broker).pipe(socket);
    });
  }

  static async listen(): Promise<LateBroker> {
    const late = new LateBroker();
    await new Promise<void>((resolve) => late.#server.listen(0, '127.0.0.1', resolve));
    return late;
  }

  get address(): string {
    const address = this.#server.address();
    return `127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
  }

  /** @param broker `host:port` */
  open(broker: string): void {
    const [host = '', port = ''] = broker.split(':');
    this.#target = { host, port: Number(port) };
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}
