import { Gauge, type Registry } from 'prom-client';
import type { Relay } from './relay/relay.ts';
import type { UnpublishedWatch } from './store/unpublished-watch.ts';

interface Observed {
  readonly relay: Relay;
  readonly unpublished: UnpublishedWatch;
}

/** A registry knows a metric once, a service may have several relays: each gauge asks all of them. */
const observed = new WeakMap<Registry, Map<string, Observed>>();

/**
 * Gauges read at scrape time: whether this relay is the active one, what it published, how far the oldest transaction holds it, and how
 * long the oldest event has waited, which a standby tells too.
 */
export function observeRelay(relay: Observed, name: string, metrics: Registry): void {
  const relays = observed.get(metrics);
  if (relays !== undefined) {
    relays.set(name, relay);
    return;
  }
  const first = new Map([[name, relay]]);
  observed.set(metrics, first);
  createGauges(first, metrics);
}

function createGauges(relays: ReadonlyMap<string, Observed>, metrics: Registry): void {
  const gauge = (metric: string, help: string, value: (observed: Observed) => number) =>
    new Gauge({
      name: metric,
      help,
      labelNames: ['relay'],
      registers: [metrics],
      collect() {
        for (const [name, relay] of relays) this.set({ relay: name }, value(relay));
      },
    });
  gauge('relay_active', '1 where this process publishes', ({ relay }) => (relay.status().state === 'active' ? 1 : 0));
  gauge('relay_halted', '1 where an operator must act', ({ relay }) => (relay.status().state === 'halted' ? 1 : 0));
  gauge('relay_published_records', 'Records acknowledged since the start', ({ relay }) => relay.status().published);
  gauge('relay_oldest_write_transaction_seconds', 'Age of the write transaction that younger events wait for', ({ relay }) => {
    return relay.status().oldestWriteTransactionMs / 1_000;
  });
  gauge('relay_failing_seconds', 'How long publishing has been failing; 0 where it is not', ({ relay }) => {
    const { failure } = relay.status();
    return failure === undefined ? 0 : (Date.now() - failure.since) / 1_000;
  });
  gauge('relay_oldest_unpublished_seconds', 'How long the oldest unpublished event has waited', ({ unpublished }) => {
    return unpublished.oldestMs / 1_000;
  });
}
