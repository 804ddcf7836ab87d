import type { Logger } from '@motcua/observability';
import { isTransient } from '@motcua/postgres';
import type { JobQueue, JobWorker } from '@motcua/queue';
import pRetry from 'p-retry';
import type { Pool } from 'pg';
import type { ChannelName, SendResult } from '../../channels/channel.port.ts';
import { attemptDelivery, type Attempted, type AttemptParts, type Claimed } from './attempt-delivery.ts';
import { claimDeliveries, type ClaimedDelivery } from '../queue/claim-deliveries.ts';
import { decideAttempt } from './decide-attempt.ts';
import type { DeliveryMetrics } from './delivery-metrics.ts';
import { finishAttempts, type Finished, type FinishedAttempt } from './finish-attempts.ts';
import { groupCalls } from '../queue/group-calls.ts';

export interface WorkersParts extends AttemptParts {
  readonly pool: Pool;
  readonly queues: ReadonlyMap<ChannelName, JobQueue>;
  readonly metrics: DeliveryMetrics;
  readonly log: Logger;
  /** From 0 to 1. */
  readonly random: () => number;
  readonly retryDeadlines: RetryDeadlines;
  /** Told of the first that waited for one that is over now. */
  readonly wake: (ids: readonly string[]) => void;
}

/** How long a sender that is not heard of is waited for. */
export interface RetryDeadlines {
  /** Beyond the attempt itself: to ask for the address before it, and to write down the answer after it. */
  readonly leaseMarginMs: number;
  /** Until a job in its hands is another one's. */
  readonly lockMs: number;
}

export const defaultRetryDeadlines: RetryDeadlines = { leaseMarginMs: 15_000, lockMs: 30_000 };

const grouped = { most: 100, lanes: 2 };
/** A provider that asks for patience is left alone by everybody, but no longer than this at a time. */
const longestHoldMs = 60_000;

/** Takes jobs and sends their deliveries: claim, attempt, write down what became of it. Any number of instances may do so. */
export class DeliveryWorkers {
  readonly #parts: WorkersParts;
  readonly #finish: (attempt: FinishedAttempt) => Promise<Finished | undefined>;
  #workers: JobWorker[] = [];

  constructor(parts: WorkersParts) {
    this.#parts = parts;
    this.#finish = groupCalls((attempts) => finishAttempts(parts.pool, attempts), grouped);
  }

  start(): void {
    const { leaseMarginMs, lockMs } = this.#parts.retryDeadlines;
    this.#workers = [...this.#parts.queues].map(([channel, queue]) => {
      const { concurrency, limit, timeoutMs } = this.#parts.policies[channel];
      const leaseMs = timeoutMs + leaseMarginMs;
      const claim = groupCalls(async (ids: readonly string[]): Promise<(Claimed | undefined)[]> => {
        // Before the claim, by a clock that nobody sets: so an attempt that begins in time ends before the server gives it to another.
        const sendBy = performance.now() + leaseMarginMs;
        const deliveries = await claimDeliveries(this.#parts.pool, channel, leaseMs, ids);
        return deliveries.map((delivery) => (delivery === undefined ? undefined : { ...delivery, sendBy }));
      }, grouped);
      const handle = async (id: string): Promise<void> => {
        const delivery = await claim(id);
        if (delivery === undefined) this.#parts.metrics.idle(channel);
        else await this.#send(delivery);
      };
      return queue.work(handle, { concurrency, lockMs, ...(limit === undefined ? {} : { limit }) });
    });
  }

  async close(): Promise<void> {
    await Promise.all(this.#workers.splice(0).map((worker) => worker.close()));
  }

  async #send(delivery: Claimed): Promise<void> {
    const { policies, random, metrics, log } = this.#parts;
    const { id, attempt, channel } = delivery;
    const startedAt = performance.now();
    const { result, language, formLeftOut } = await this.#attempt(delivery);
    metrics.attempted(channel, result.outcome, (performance.now() - startedAt) / 1_000);
    if (formLeftOut !== undefined && isTaken(result)) {
      metrics.formLeftOut(channel);
      log.warn({ delivery: id, channel, answer: formLeftOut }, 'a notice went out without the form of its step');
    }
    const change = decideAttempt(delivery, result, policies[channel], random());
    const finished = { id, attempt, channel, result, change, language };
    // Should the answer not be written, the lease runs out and the delivery is sent again under the same id.
    const decided = await pRetry(() => this.#finish(finished), {
      retries: 3,
      minTimeout: 200,
      shouldRetry: ({ error }) => isTransient(error),
    });
    if (decided === undefined) return;
    if (decided.next !== null) this.#parts.wake([decided.next]);
    if (change.state === 'delivered' || change.state === 'failed') metrics.ended(channel, change.state);
    await this.#follow(delivery, result, 'nextChannel' in change ? change.nextChannel : undefined);
  }

  /** A bug counts as a failed attempt: it is told, and neither sent without end nor forgotten. */
  async #attempt(delivery: Claimed): Promise<Attempted> {
    try {
      return await attemptDelivery(this.#parts, delivery);
    } catch (err) {
      const { id, channel } = delivery;
      this.#parts.log.error({ err, delivery: id, channel }, 'an attempt to send ended in an error of ours');
      const result: SendResult = { outcome: 'retry', reason: 'internal-error', answer: 'an error of ours, see the log' };
      return { result, language: delivery.language };
    }
  }

  /** Both are to be quick about it: what is not done here, the next look at the rows finds. */
  async #follow({ id, channel }: ClaimedDelivery, result: SendResult, nextChannel: ChannelName | undefined): Promise<void> {
    const { queues, policies, log } = this.#parts;
    try {
      if (nextChannel !== undefined) await queues.get(nextChannel)?.add([{ id }]);
      const holdMs = result.outcome === 'retry' ? (result.afterMs ?? 0) : 0;
      if (holdMs > 0 && policies[channel].limit !== undefined) await queues.get(channel)?.hold(Math.min(holdMs, longestHoldMs));
    } catch (err) {
      log.warn({ err, channel }, 'the queue is away; deliveries wait in their rows');
    }
  }
}

const isTaken = ({ outcome }: SendResult): boolean => outcome === 'accepted' || outcome === 'delivered';
