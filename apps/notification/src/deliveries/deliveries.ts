import type { Logger } from '@motcua/observability';
import { createJobQueue, type JobQueue, type QueueStore } from '@motcua/queue';
import type { Pool } from 'pg';
import type { Registry } from 'prom-client';
import { channelNames, type Channel, type ChannelName } from '../channels/channel.port.ts';
import { AddressBook, type StaffPlaces } from './addresses/address-book.ts';
import { attemptDelivery, type AttemptParts } from './attempts/attempt-delivery.ts';
import { Breakers } from './attempts/breakers.ts';
import { channelPolicies, type ChannelPolicies } from './attempts/channel-policies.ts';
import type { FormSource } from './attachments/form-source.ts';
import type { ContactSource } from './addresses/contact-source.ts';
import { DeadDeliveries } from './dead/dead-deliveries.store.ts';
import { createDeliveryMetrics, observeBacklog } from './attempts/delivery-metrics.ts';
import { defaultRetryDeadlines, DeliveryWorkers, type RetryDeadlines } from './attempts/delivery-workers.ts';
import type { MessageRenderer } from './attempts/message-renderer.ts';
import { Reconciler } from './reconciler.ts';
import { sendAtOnce, type AtOnce, type SentAtOnce } from './send-at-once.ts';
import { DeliveryCallbacks } from './callbacks/record-callback.ts';

export interface DeliveriesOptions {
  readonly pool: Pool;
  readonly store: QueueStore;
  readonly channels: ReadonlyMap<ChannelName, Channel>;
  readonly contacts: ContactSource;
  readonly forms: FormSource;
  readonly staff: StaffPlaces;
  /** Where people reach the gateway: it stands in what applicants are sent. */
  readonly publicUrl: string;
  readonly renderer: MessageRenderer;
  readonly metrics: Registry;
  readonly log: Logger;
  readonly policies?: ChannelPolicies;
  /** How often due rows are looked for; 2 s unless told. */
  readonly reconcileEveryMs?: number;
  readonly random?: () => number;
  readonly retryDeadlines?: RetryDeadlines;
}

/** Sending, put together: rows, queues, channels, and what keeps them in step. */
export class Deliveries {
  readonly callbacks: DeliveryCallbacks;
  readonly dead: DeadDeliveries;
  readonly #options: DeliveriesOptions;
  readonly #queues: ReadonlyMap<ChannelName, JobQueue>;
  readonly #breakers = new Breakers();
  readonly #workers: DeliveryWorkers;
  readonly #reconciler: Reconciler;
  readonly #attempts: AttemptParts;

  constructor(options: DeliveriesOptions) {
    const {
      pool,
      store,
      log,
      channels,
      contacts,
      forms,
      staff,
      publicUrl,
      renderer,
      policies = channelPolicies,
      random = Math.random,
      retryDeadlines = defaultRetryDeadlines,
    } = options;
    const metrics = createDeliveryMetrics(options.metrics);
    this.#options = options;
    this.#queues = openQueues(store, log);
    this.callbacks = new DeliveryCallbacks(pool, this.#wake);
    this.dead = new DeadDeliveries(pool, this.#wake);
    const addresses = new AddressBook(pool, contacts, staff, publicUrl);
    const parts = { pool, queues: this.#queues, metrics, log };
    this.#attempts = { channels, policies, addresses, forms, renderer, breakers: this.#breakers };
    this.#workers = new DeliveryWorkers({ ...parts, ...this.#attempts, random, retryDeadlines, wake: this.#wake });
    const every = options.reconcileEveryMs === undefined ? {} : { everyMs: options.reconcileEveryMs };
    this.#reconciler = new Reconciler({ ...parts, callbacks: this.callbacks, ...every });
  }

  readonly #wake = (ids: readonly string[]): void => {
    this.enqueue(ids);
  };

  start(): void {
    observeBacklog(this.#options.metrics, this.#options.pool, this.#breakers);
    this.#workers.start();
    this.#reconciler.start();
  }

  /** After the commit that made them. Returns at once and never fails: what is not enqueued here is found in its row. */
  enqueue(ids: readonly string[]): void {
    this.#reconciler.enqueue(ids);
  }

  /** What is of use now or never, and must be kept nowhere: one attempt by each channel, and no row. */
  sendAtOnce(message: AtOnce): Promise<SentAtOnce> {
    return sendAtOnce((delivery) => attemptDelivery(this.#attempts, delivery), message);
  }

  /** Whether the queue answers; false: nothing is lost, deliveries wait in their rows. */
  async isQueueThere(): Promise<boolean> {
    try {
      await this.#queues.get('in-app')?.countLive();
      return true;
    } catch {
      return false;
    }
  }

  /** Lets attempts in hand end; the rest waits for whoever is started next. The pool is the caller's and must still be open. */
  async close(): Promise<void> {
    await this.#reconciler.close();
    await this.#workers.close();
    await Promise.all([...this.#queues.values()].map((queue) => queue.close()));
    await Promise.all([...this.#options.channels.values()].map((channel) => channel.close()));
    this.#breakers.close();
  }
}

/** One a channel, so that a slow provider keeps nobody else waiting. Of channels that are not set up too: there deliveries go on. */
function openQueues(store: QueueStore, log: Logger): ReadonlyMap<ChannelName, JobQueue> {
  const open = (channel: ChannelName) =>
    createJobQueue({
      name: `delivery-${channel}`,
      store,
      onError: (err) => {
        log.warn({ err, channel }, 'the queue reports trouble; deliveries wait in their rows');
      },
    });
  return new Map(channelNames.map((channel) => [channel, open(channel)]));
}
