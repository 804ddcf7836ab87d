import { startRedisServer, type RedisServer } from '@motcua/testing';
import { Redis } from 'ioredis';
import { connect, createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

/** A Redis that can be lost: reached through a door that is shut and opened again, and emptied. */
export class RedisBehindADoor {
  readonly #sockets = new Set<Socket>();
  readonly #redis: RedisServer;
  readonly #inside: Redis;
  #server: Server | undefined;
  #port = 0;

  private constructor(redis: RedisServer, inside: Redis) {
    this.#redis = redis;
    this.#inside = inside;
  }

  /** @throws where Redis does not start */
  static async open(): Promise<RedisBehindADoor> {
    const server = await startRedisServer();
    const inside = new Redis(server.url, { lazyConnect: true, maxRetriesPerRequest: 1 });
    await inside.connect();
    const redis = new RedisBehindADoor(server, inside);
    await redis.#listen();
    return redis;
  }

  get url(): string {
    return `redis://127.0.0.1:${this.#port}`;
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
    await this.#inside.quit();
    await this.#redis.stop();
  }

  async #listen(): Promise<void> {
    const server = createServer((outside) => {
      const inner = connect(Number(new URL(this.#redis.url).port), '127.0.0.1');
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
