import type { HealthChecks, HealthReport } from '@motcua/http';
import type { Logger } from '@motcua/observability';
import { observeRelay, type Relay, type UnpublishedWatch } from '@motcua/outbox';
import type { Registry } from 'prom-client';
import { BackgroundLoop } from '../loops/background-loop.ts';
import type { RelayDefinition } from './relay-definition.ts';

interface Named {
  readonly definition: RelayDefinition;
  readonly relay: Relay;
  readonly unpublished: UnpublishedWatch;
}

const LOOK_EVERY_MS = 5_000;
/** A broker's restart takes some seconds, and so does a relay that takes another's place. */
const TOLERATED_WAIT_MS = 30_000;

/** The relays of a service, as one: the lifecycle starts them behind their topics and stops them behind the last request. */
export class Relays {
  readonly #watching: BackgroundLoop;

  constructor(
    private readonly relays: readonly Named[],
    logger: Logger,
  ) {
    this.#watching = new BackgroundLoop({
      name: 'unpublished events',
      logger,
      turn: async () => {
        for (const { unpublished } of relays) await unpublished.look();
        return LOOK_EVERY_MS;
      },
    });
  }

  observe(health: HealthChecks, metrics: Registry): void {
    for (const named of this.relays) {
      const { name, shownAs = name } = named.definition;
      health.add(this.relays.length === 1 ? 'relay' : `relay ${shownAs}`, () => report(named));
      observeRelay(named, shownAs, metrics);
    }
  }

  /** Looks from now on how long events wait: the topics may be long in coming. */
  watch(): void {
    if (this.relays.length > 0) this.#watching.start();
  }

  start(): void {
    for (const { relay } of this.relays) relay.start();
  }

  async stop(): Promise<void> {
    await Promise.all([this.#watching.stop(), ...this.relays.map(({ relay }) => relay.stop())]);
  }
}

/** What a relay says of itself, and what it cannot: that one is stuck, here or in another instance. */
function report({ relay, unpublished }: Named): HealthReport {
  const own = relay.healthReport();
  const waitedMs = Math.round(unpublished.oldestMs);
  const details = { ...own.details, oldestUnpublishedMs: waitedMs };
  if (!own.ready || waitedMs <= TOLERATED_WAIT_MS) return { ...own, details };
  return { ready: false, reason: `the oldest event has waited ${Math.round(waitedMs / 1_000)} s to be published`, details };
}
