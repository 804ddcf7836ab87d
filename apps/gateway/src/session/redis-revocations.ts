import type { Logger } from '@motcua/observability';
import { Redis } from 'ioredis';
import { fromMessage, toMessage, type OnEnded, type Revocations } from './revocations.ts';

export interface RedisRevocationsOptions {
  readonly url: string;
  readonly prefix: string;
  readonly logger: Logger;
  readonly onEnded: OnEnded;
}

/** By a channel of Redis. While Redis is away nothing is told, and each replica finds out for itself. */
export class RedisRevocations implements Revocations {
  readonly #publisher: Redis;
  readonly #subscriber: Redis;
  readonly #channel: string;

  constructor({ url, prefix, logger, onEnded }: RedisRevocationsOptions) {
    this.#channel = `${prefix}ended-sessions`;
    const retryStrategy = (times: number): number => Math.min(times * 200, 2_000);
    this.#publisher = new Redis(url, { enableOfflineQueue: false, maxRetriesPerRequest: 0, commandTimeout: 500, retryStrategy });
    this.#subscriber = new Redis(url, { retryStrategy, maxRetriesPerRequest: null });
    for (const redis of [this.#publisher, this.#subscriber])
      redis.on('error', (err: Error) => {
        logger.debug({ err }, 'Redis carries no ended sessions just now');
      });
    this.#subscriber.on('message', (_channel, message) => {
      onEnded(fromMessage(message));
    });
    void this.#subscriber.subscribe(this.#channel).catch(() => undefined);
  }

  async announce(idHashes: readonly string[]): Promise<void> {
    await this.#publisher.publish(this.#channel, toMessage(idHashes)).catch(() => undefined);
  }

  close(): Promise<void> {
    this.#publisher.disconnect();
    this.#subscriber.disconnect();
    return Promise.resolve();
  }
}
