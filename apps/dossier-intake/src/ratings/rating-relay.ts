import type { HealthChecks } from '@motcua/http';
import type { KafkaClientPort, NewTopic } from '@motcua/kafka';
import type { Logger } from '@motcua/observability';
import type { Relay } from '@motcua/outbox';
import type { BeforeApplicationShutdown, OnModuleInit } from '@nestjs/common';

export interface RatingRelayParts {
  readonly relay: Relay;
  readonly client: KafkaClientPort;
  readonly topic: NewTopic;
  readonly health: HealthChecks;
  readonly logger: Logger;
}

const RETRY_MS = 1_000;

/** Publishes ratings once their topic is there. It stops before the connections it shares with the rest of the service are closed. */
export class RatingRelay implements OnModuleInit, BeforeApplicationShutdown {
  private stopping = false;
  private topicReady = false;
  private starting: Promise<void> = Promise.resolve();

  constructor(private readonly parts: RatingRelayParts) {}

  onModuleInit(): void {
    const { health, relay } = this.parts;
    health.add('rating-relay', () =>
      this.topicReady ? relay.healthReport() : { ready: false, reason: 'the topic of ratings is not there yet' },
    );
    this.starting = this.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping = true;
    await this.starting;
    await this.parts.relay.stop();
  }

  wake(): void {
    this.parts.relay.wake();
  }

  private async start(): Promise<void> {
    while (!this.stopping && !(await this.createTopic())) await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    if (this.stopping) return;
    this.topicReady = true;
    this.parts.relay.start();
  }

  private async createTopic(): Promise<boolean> {
    try {
      await this.parts.client.admin.createTopics([this.parts.topic]);
      return true;
    } catch (err) {
      this.parts.logger.warn({ err }, 'the topic of ratings cannot be created yet');
      return false;
    }
  }
}
