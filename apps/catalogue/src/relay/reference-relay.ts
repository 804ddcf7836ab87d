import type { OnApplicationShutdown, OnModuleInit } from '@nestjs/common';
import { topics } from '@motcua/contracts';
import type { HealthChecks } from '@motcua/http';
import type { KafkaClientPort, ProducerPort } from '@motcua/kafka';
import type { Logger } from '@motcua/observability';
import type { Relay } from '@motcua/outbox';

const retryMs = 1_000;

/** Creates the compacted topics where they are missing, then lets the relay publish. The service answers meanwhile. */
export class ReferenceRelay implements OnModuleInit, OnApplicationShutdown {
  private stopping = false;
  private running: Promise<void> = Promise.resolve();
  private topicsReady = false;

  constructor(
    private readonly relay: Relay,
    private readonly kafka: KafkaClientPort,
    private readonly producer: ProducerPort,
    private readonly logger: Logger,
    health: HealthChecks,
  ) {
    health.add('relay', () =>
      this.topicsReady ? relay.healthReport() : { ready: false, reason: 'the topics are not there yet' },
    );
  }

  onModuleInit(): void {
    this.running = this.start();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopping = true;
    await this.running;
    await this.relay.stop();
    await this.producer.close();
    await this.kafka.close();
  }

  wake(): void {
    this.relay.wake();
  }

  private async start(): Promise<void> {
    while (!this.stopping && !(await this.createTopics())) await new Promise((resolve) => setTimeout(resolve, retryMs));
    if (this.stopping) return;
    this.topicsReady = true;
    this.relay.start();
  }

  private async createTopics(): Promise<boolean> {
    const compacted = Object.values(topics).filter(({ compact }) => compact);
    try {
      await this.kafka.admin.createTopics(compacted.map(({ name, partitions, compact }) => ({ name, partitions, compact })));
      return true;
    } catch (error) {
      this.logger.warn({ err: error }, 'the topics cannot be created yet');
      return false;
    }
  }
}
