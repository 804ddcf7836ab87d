import { Redis } from 'ioredis';
import { connect, createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

/** Where the tests find a Redis; a database of its own there, so that emptying it harms nobody. */
const given = new URL(process.env['REDIS_URL'] ?? 'redis://127.0.0.1:6379');
const DATABASE = 9;

/** A Redis that can be lost: reached through a door that is shut and opened again, and emptied. */
export class RedisBehindADoor {
  readonly #sockets = new Set<Socket>();
  readonly #inside: Redis;
  #server: Server | undefined;
  #port = 0;

  private constructor(inside: Redis) {
    this.#inside = inside;
  }

  /** @throws where no Redis answers: `REDIS_URL`, or 127.0.0.1:6379 without it */
  static async open(): Promise<RedisBehindADoor> {
    const inside = new Redis(given.href, { db: DATABASE, lazyConnect: true, maxRetriesPerRequest: 1 });
    await inside.connect();
    await inside.flushdb();
    const redis = new RedisBehindADoor(inside);
    await redis.#listen();
    return redis;
  }

  get url(): string {
    return `redis://127.0.0.1:${this.#port}/${DATABASE}`;
  }

  /** Everything it held is gone. */
  async empty(): Promise<void> {
    await this.#inside.flushdb();
  }

  /** Nobody gets in for `ms`, and who was in is thrown out; when it is back it has lost everything. */
  async restart(ms: number): Promise<void> {
    await this.#shut();
    await this.#inside.flushdb();
    await new Promise((resolve) => setTimeout(resolve, ms));
    await this.#listen();
  }

  async close(): Promise<void> {
    await this.#shut();
    await this.#inside.flushdb();
    await this.#inside.quit();
  }

  async #listen(): Promise<void> {
    const server = createServer((outside) => {
      const inner = connect(Number(given.port || 6379), given.hostname);
      for (const socket of [outside, inner]) {
        this.#sockets.add(socket);
        socket
          .on('error', () => undefined)
          .on('close', () => {
            this.#sockets.delete(socket);
            outside.destroy();
            inner.destroy();
          });
      }
      outside.pipe(inner).pipe(outside);
    });
    await new Promise<void>((resolve) => server.listen(this.#port, '127.0.0.1', resolve));
    this.#port = (server.address() as AddressInfo).port;
    this.#server = server;
  }

  async #shut(): Promise<void> {
    const closed = new Promise((resolve) => this.#server?.close(resolve));
    for (const socket of this.#sockets) socket.destroy();
    await closed;
  }
}
