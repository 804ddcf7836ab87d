import type { HealthChecks } from '@motcua/http';
import { observeRelay, type Relay } from '@motcua/outbox';
import type { Registry } from 'prom-client';
import type { RelayDefinition } from './relay-definition.ts';

interface Named {
  readonly definition: RelayDefinition;
  readonly relay: Relay;
}

/** The relays of a service, as one: the lifecycle starts them behind their topics and stops them behind the last request. */
export class Relays {
  constructor(private readonly relays: readonly Named[]) {}

  observe(health: HealthChecks, metrics: Registry): void {
    for (const { definition, relay } of this.relays) {
      const { name, shownAs = name } = definition;
      health.add(this.relays.length === 1 ? 'relay' : `relay ${shownAs}`, () => relay.healthReport());
      observeRelay(relay, shownAs, metrics);
    }
  }

  start(): void {
    for (const { relay } of this.relays) relay.start();
  }

  async stop(): Promise<void> {
    await Promise.all(this.relays.map(({ relay }) => relay.stop()));
  }
}
