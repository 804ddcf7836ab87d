import { Gauge, type Registry } from 'prom-client';
import type { Relay } from './relay/relay.ts';

/** Gauges read at scrape time: whether this relay is the active one, what it published, and how far the oldest transaction holds it. */
export function observeRelay(relay: Relay, name: string, metrics: Registry): void {
  const gauge = (metric: string, help: string, value: () => number) =>
    new Gauge({
      name: metric,
      help,
      labelNames: ['relay'],
      registers: [metrics],
      collect() {
        this.set({ relay: name }, value());
      },
    });
  gauge('relay_active', '1 where this process publishes', () => (relay.status().state === 'active' ? 1 : 0));
  gauge('relay_halted', '1 where an operator must act', () => (relay.status().state === 'halted' ? 1 : 0));
  gauge('relay_published_records', 'Records acknowledged since the start', () => relay.status().published);
  gauge('relay_oldest_write_transaction_seconds', 'Age of the write transaction that younger events wait for', () => {
    return relay.status().oldestWriteTransactionMs / 1_000;
  });
  gauge('relay_failing_seconds', 'How long publishing has been failing; 0 where it is not', () => {
    const { failure } = relay.status();
    return failure === undefined ? 0 : (Date.now() - failure.since) / 1_000;
  });
}
