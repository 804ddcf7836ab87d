import { topics } from '@motcua/contracts';
import { HealthChecks, LOGGER, type HealthReport } from '@motcua/http';
import { TopicSubscription, type KafkaClientPort } from '@motcua/kafka';
import type { Logger } from '@motcua/observability';
import { Inject, Injectable } from '@nestjs/common';
import { KAFKA, TOPIC_NAMES } from '../tokens.ts';
import type { TopicKey, TopicNames } from '../topics/topic-names.ts';

/** Messages that every instance hears and that may be lost: wake-ups. Listened to by features; the lifecycle starts and stops them. */
@Injectable()
export class Broadcasts {
  readonly #subscriptions: TopicSubscription[] = [];

  constructor(
    @Inject(KAFKA) private readonly client: KafkaClientPort,
    @Inject(TOPIC_NAMES) private readonly names: TopicNames,
    @Inject(LOGGER) private readonly logger: Logger,
    private readonly health: HealthChecks,
  ) {}

  /** @param onMessage called for what comes after the start: what was there before is old */
  listen(key: TopicKey, onMessage: (text: string) => void): void {
    const { partitions, compact } = topics[key];
    const subscription: TopicSubscription = new TopicSubscription({
      client: this.client,
      topics: [{ name: this.names[key], partitions, compact }],
      log: this.logger,
      onRecord: (_key, value) => {
        if (subscription.isRead && value !== null) onMessage(value.toString());
      },
    });
    if (this.#subscriptions.length === 0) this.health.add('broadcasts', () => this.#report());
    this.#subscriptions.push(subscription);
  }

  start(): void {
    for (const subscription of this.#subscriptions) subscription.start();
  }

  async stop(): Promise<void> {
    await Promise.all(this.#subscriptions.map((subscription) => subscription.stop()));
  }

  #report(): HealthReport {
    if (this.#subscriptions.every(({ isRead }) => isRead)) return { ready: true };
    return { ready: false, reason: 'wake-ups are not listened to yet' };
  }
}
