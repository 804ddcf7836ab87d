import { DelayLine } from './delay-line.ts';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** Two ends of one connection. */
interface Pair {
  readonly client: Socket;
  readonly server: Socket;
}

/**
 * An address in front of a server, at which a network fails in the ways that networks do. Without a server, and after `refuse`, whoever
 * comes is turned away. It knows nothing of protocols: what a server says of its own address leads past it.
 */
export class FaultProxy {
  readonly #server: Server;
  readonly #pairs = new Set<Pair>();
  /** Connections that nobody has answered: they came while the network was silent. */
  readonly #unanswered = new Set<Socket>();
  #target: { readonly host: string; readonly port: number } | undefined;
  #isSilent = false;
  #delayMs = 0;
  #delayed = 0;
  /** What waits for the end of a silence. */
  #held: (() => void)[] = [];

  private constructor() {
    this.#server = createServer({ allowHalfOpen: true }, (client) => {
      client.on('error', () => undefined);
      if (this.#isSilent) this.#unanswered.add(client.pause());
      else if (this.#target === undefined) client.destroy();
      else this.#join(client, this.#target);
    });
  }

  /** @param target `host:port` of the server; absent: there is none yet */
  static async listen(target?: string): Promise<FaultProxy> {
    const proxy = new FaultProxy();
    await new Promise<void>((resolve) => proxy.#server.listen(0, '127.0.0.1', resolve));
    if (target !== undefined) proxy.open(target);
    return proxy;
  }

  /** `127.0.0.1:port` */
  get address(): string {
    return `127.0.0.1:${this.#port}`;
  }

  /** How many are connected through it, or wait to be. */
  get connections(): number {
    return this.#pairs.size + this.#unanswered.size;
  }

  /** How many pieces it has passed on late, in all. */
  get delayed(): number {
    return this.#delayed;
  }

  /** The same URL by way of this proxy. */
  static async before(url: string): Promise<{ readonly proxy: FaultProxy; readonly url: string }> {
    const through = new URL(url);
    const proxy = await FaultProxy.listen(through.host);
    through.host = proxy.address;
    return { proxy, url: through.href };
  }

  get #port(): number {
    return (this.#server.address() as AddressInfo).port; // It listens on a port, not on a path.
  }

  /** From now on there is a server. @param target `host:port` */
  open(target: string): void {
    const [host = '', port = ''] = target.split(':');
    this.#target = { host, port: Number(port) };
  }

  /** Nobody is there: who is connected is cut off, who comes is turned away. */
  refuse(): void {
    this.#target = undefined;
    this.cut();
  }

  /** Ends every connection there is, on both sides. */
  cut(): void {
    for (const { client, server } of this.#pairs) for (const socket of [client, server]) socket.destroy();
    for (const socket of this.#unanswered) socket.destroy();
    this.#unanswered.clear();
  }

  /**
   * Half-open: nothing passes any more, in neither direction, and nobody is told; whoever comes is let wait. So it looks where a machine
   * lost its power, or a firewall its memory.
   */
  silence(): void {
    this.#isSilent = true;
    for (const { client, server } of this.#pairs) for (const socket of [client, server]) socket.pause();
  }

  /** A long way: whatever passes takes `ms` longer in each direction; 0: no longer. */
  delay(ms: number): void {
    this.#delayMs = ms;
  }

  /** What was held back passes now, also of those who had been given up for dead. Who came meanwhile is cut off. */
  heal(): void {
    this.#isSilent = false;
    for (const socket of this.#unanswered) socket.destroy();
    this.#unanswered.clear();
    for (const { client, server } of this.#pairs) for (const socket of [client, server]) socket.resume();
    for (const tell of this.#held.splice(0)) tell();
  }

  async close(): Promise<void> {
    this.cut();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #join(client: Socket, target: { readonly host: string; readonly port: number }): void {
    const server = connect({ ...target, allowHalfOpen: true, noDelay: true });
    client.setNoDelay(true);
    const pair = { client, server };
    this.#pairs.add(pair);
    this.#pass(client, server);
    this.#pass(server, client);
    for (const socket of [client, server])
      socket.on('close', () => {
        this.#tell(() => {
          this.#pairs.delete(pair);
          for (const end of [client, server]) end.destroy();
        });
      });
  }

  #pass(from: Socket, to: Socket): void {
    from.on('error', () => undefined);
    const line = new DelayLine();
    from.on('data', (chunk: Buffer) => {
      if (this.#delayMs > 0) this.#delayed += 1;
      line.send(this.#delayMs, () => {
        if (to.write(chunk) || this.#isSilent) return;
        from.pause();
        to.once('drain', () => {
          if (!this.#isSilent) from.resume();
        });
      });
    });
    from.on('end', () => {
      line.send(this.#delayMs, () => {
        this.#tell(() => to.end());
      });
    });
  }

  /** A silent network tells neither side that the other one has gone. */
  #tell(tell: () => void): void {
    if (this.#isSilent) this.#held.push(tell);
    else tell();
  }
}
