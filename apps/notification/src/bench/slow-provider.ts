import { setTimeout as delay } from 'node:timers/promises';
import type { Channel } from '../channels/channel.port.ts';

const answerMs = 20;

/** A provider's double that answers in 20 ms, and counts what it was asked for. */
export class SlowProvider {
  readonly #asked = new Map<string, number>();
  #resolve: () => void = () => undefined;
  #wanted = 0;

  readonly channel: Channel = {
    name: 'mail',
    send: async ({ deliveryId }) => {
      await delay(answerMs);
      this.#asked.set(deliveryId, (this.#asked.get(deliveryId) ?? 0) + 1);
      if (this.#asked.size === this.#wanted) this.#resolve();
      return { outcome: 'delivered', answer: 'taken' };
    },
    close: () => Promise.resolve(),
  };

  /** When so many different deliveries have come. */
  whenAsked(deliveries: number): Promise<void> {
    this.#wanted = deliveries;
    return new Promise((resolve) => {
      this.#resolve = resolve;
    });
  }

  /** Whether each of so many came once. */
  isExact(deliveries: number): boolean {
    return this.#asked.size === deliveries && [...this.#asked.values()].every((times) => times === 1);
  }
}
