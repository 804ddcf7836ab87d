import type { ProducerPort } from '@motcua/kafka';
import { toMessage } from './kpi-update.ts';

const GATHER_MS = 20;

/**
 * Tells every instance which units' figures moved, after the commit: gathered for some milliseconds, so that a fast catch-up does
 * not become a flood. What is lost here is made good by re-reading.
 */
export class UpdatePublisher {
  readonly #producer: ProducerPort;
  readonly #topic: string;
  readonly #onError: (error: unknown) => void;
  readonly #gathered = new Set<string>();
  #timer: NodeJS.Timeout | undefined;

  constructor(producer: ProducerPort, topic: string, onError: (error: unknown) => void) {
    this.#producer = producer;
    this.#topic = topic;
    this.#onError = onError;
  }

  publish(units: ReadonlySet<string>): void {
    for (const unit of units) this.#gathered.add(unit);
    if (this.#gathered.size === 0) return;
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#send().catch(this.#onError);
    }, GATHER_MS);
  }

  async close(): Promise<void> {
    clearTimeout(this.#timer);
    await this.#producer.close();
  }

  async #send(): Promise<void> {
    const units = [...this.#gathered];
    this.#gathered.clear();
    await this.#producer.send(this.#topic, [{ key: units[0] ?? null, value: toMessage({ units }) }]);
  }
}
