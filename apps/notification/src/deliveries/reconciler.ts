import type { Logger } from '@motcua/observability';
import type { JobQueue } from '@motcua/queue';
import type { Pool } from 'pg';
import type { ChannelName } from '../channels/channel.port.ts';
import type { DeliveryMetrics } from './attempts/delivery-metrics.ts';
import { expireDeliveries, findDueDeliveries, listDueDeliveries } from './queue/due-deliveries.query.ts';
import type { DeliveryCallbacks } from './callbacks/record-callback.ts';

export interface ReconcilerParts {
  readonly pool: Pool;
  readonly queues: ReadonlyMap<ChannelName, JobQueue>;
  readonly callbacks: Pick<DeliveryCallbacks, 'applyKept'>;
  readonly metrics: DeliveryMetrics;
  readonly log: Logger;
  readonly everyMs?: number;
}

/** The oldest rows of a channel that are looked at each time; as these are sent, the next come into view. */
const windowSize = 1_000;

/**
 * Brings what is due into the queues: again and again all that is due, because a queue takes each id once and may have lost any. Nothing
 * is delayed inside a queue: only the rows and the database's clock know when something is due, so a clock that is set, an emptied
 * Redis or a restart needs no repair.
 */
export class Reconciler {
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> | undefined;
  #isStopped = true;

  constructor(private readonly parts: ReconcilerParts) {}

  start(): void {
    this.#isStopped = false;
    this.#next(0);
  }

  async close(): Promise<void> {
    this.#isStopped = true;
    clearTimeout(this.#timer);
    await this.#running;
  }

  /** After a commit that made or freed some of them, so that they need not wait for the next look. Never fails. */
  readonly enqueue = (ids: readonly string[]): void => {
    if (this.#isStopped || ids.length === 0) return;
    void this.#enqueue(ids).catch(this.#logFailure);
  };

  async #enqueue(ids: readonly string[]): Promise<void> {
    const due = await findDueDeliveries(this.parts.pool, ids);
    for (const [channel, queue] of this.parts.queues) await queue.add(due.filter((job) => job.channel === channel));
  }

  /** One look: what is over, what came too early, what is due. One that fails keeps none of the others from happening. */
  async reconcile(): Promise<void> {
    await Promise.all(
      [this.#expire(), this.#applyKept(), ...[...this.parts.queues.keys()].map((channel) => this.#fill(channel))].map((step) =>
        step.catch(this.#logFailure),
      ),
    );
  }

  async #expire(): Promise<void> {
    const { pool, metrics } = this.parts;
    for (const channel of await expireDeliveries(pool, windowSize)) metrics.ended(channel, 'expired');
  }

  async #applyKept(): Promise<void> {
    await this.parts.callbacks.applyKept(windowSize);
  }

  async #fill(channel: ChannelName): Promise<void> {
    await this.parts.queues.get(channel)?.add(await listDueDeliveries(this.parts.pool, channel, windowSize));
  }

  #next(afterMs: number): void {
    if (this.#isStopped) return;
    this.#timer = setTimeout(() => {
      this.#running = this.reconcile().finally(() => {
        this.#next(this.parts.everyMs ?? 2_000);
      });
    }, afterMs);
  }

  readonly #logFailure = (err: unknown): void => {
    this.parts.log.warn({ err }, 'due deliveries could not be brought into the queue; they wait in their rows');
  };
}
