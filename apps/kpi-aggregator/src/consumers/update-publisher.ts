import { toKpiUpdate } from '@motcua/contracts';
import { LOGGER } from '@motcua/http';
import type { ProducerPort } from '@motcua/kafka';
import type { Logger } from '@motcua/observability';
import { PRODUCER, TOPIC_NAMES, type TopicNames } from '@motcua/service';
import { Inject, Injectable, type BeforeApplicationShutdown } from '@nestjs/common';

const GATHER_MS = 20;

/**
 * Tells every instance which units' figures moved, after the commit: gathered for some milliseconds, so that a fast catch-up does
 * not become a flood. What is lost here is made good by re-reading.
 */
@Injectable()
export class UpdatePublisher implements BeforeApplicationShutdown {
  readonly #gathered = new Set<string>();
  #timer: NodeJS.Timeout | undefined;

  constructor(
    @Inject(PRODUCER) private readonly producer: ProducerPort,
    @Inject(TOPIC_NAMES) private readonly names: Pick<TopicNames, 'kpiUpdates'>,
    @Inject(LOGGER) private readonly logger: Pick<Logger, 'warn'>,
  ) {}

  publish(units: ReadonlySet<string>): void {
    for (const unit of units) this.#gathered.add(unit);
    if (this.#gathered.size === 0) return;
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#send().catch((err: unknown) => {
        this.logger.warn({ err }, 'a wake-up was lost; live boards re-read by themselves');
      });
    }, GATHER_MS);
  }

  beforeApplicationShutdown(): void {
    clearTimeout(this.#timer);
  }

  async #send(): Promise<void> {
    const units = [...this.#gathered];
    this.#gathered.clear();
    await this.producer.send(this.names.kpiUpdates, [{ key: units[0] ?? null, value: toKpiUpdate(units) }]);
  }
}
