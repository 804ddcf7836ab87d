import type { Logger } from '@motcua/observability';
import { Redis } from 'ioredis';
import { LocalLimits, type Counted, type LimitStore } from './limit-store.ts';

/** A server in the same network answers within a millisecond or two; each request waits for it. */
const ANSWER_WITHIN_MS = 500;
/** After a failure it is left alone for so long: a server that hangs would otherwise cost every request its patience. */
const LEFT_ALONE_MS = 1_000;

/** Counts and says how long the window lasts, in one go; a key without an end (of a server that failed in between) is given one. */
const script = `
  local current = redis.call('INCR', KEYS[1])
  local ttl = redis.call('PTTL', KEYS[1])
  if ttl < 0 then
    ttl = tonumber(ARGV[1])
    redis.call('PEXPIRE', KEYS[1], ttl)
  end
  return {current, ttl}`;

export interface RedisLimitsOptions {
  readonly url: string;
  readonly prefix: string;
  readonly logger: Logger;
}

/**
 * Counts in Redis, so that all replicas of the gateway share one count. While Redis does not answer, each counts for itself: nobody is
 * shut out, and nobody has more than the limit at each replica.
 */
export class RedisLimits implements LimitStore {
  readonly #local = new LocalLimits();
  readonly #redis: Redis;
  #leftAloneUntil = 0;
  #isAway = false;

  constructor(private readonly options: RedisLimitsOptions) {
    this.#redis = new Redis(options.url, {
      // Nothing waits for a server that is away: the request is counted here instead.
      enableOfflineQueue: false,
      maxRetriesPerRequest: 0,
      // A server that is still loading says so to each count, and is left alone.
      enableReadyCheck: false,
      commandTimeout: ANSWER_WITHIN_MS,
      connectTimeout: 2_000,
      retryStrategy: (times) => Math.min(times * 200, 2_000),
    });
    this.#redis.on('error', (error: Error) => {
      this.#noteAway(error);
    });
    this.#redis.on('ready', () => {
      this.#noteBack();
    });
  }

  /** Whether all replicas count together. */
  get isShared(): boolean {
    return !this.#isAway && this.#redis.status === 'ready';
  }

  async count(key: string, windowMs: number): Promise<Counted> {
    if (Date.now() < this.#leftAloneUntil) return this.#local.count(key, windowMs);
    try {
      const [current, ttl] = (await this.#redis.eval(script, 1, `${this.options.prefix}${key}`, windowMs)) as [number, number];
      this.#noteBack();
      return { current, ttl };
    } catch (error) {
      this.#leftAloneUntil = Date.now() + LEFT_ALONE_MS;
      this.#noteAway(error);
      return this.#local.count(key, windowMs);
    }
  }

  close(): void {
    this.#redis.disconnect();
  }

  /** Once for each time that it goes. */
  #noteAway(err: unknown): void {
    if (!this.#isAway) this.options.logger.warn({ err }, 'Redis does not answer: each replica counts its own rate limits');
    this.#isAway = true;
  }

  #noteBack(): void {
    if (this.#isAway) this.options.logger.info('the rate limits are shared again');
    this.#isAway = false;
  }
}
