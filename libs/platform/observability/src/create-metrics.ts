import { collectDefaultMetrics, Registry } from 'prom-client';

/** A registry of one service: every series carries `service`, and Node's own figures (event loop, memory) are in it. */
export function createMetrics(service: string): Registry {
  const registry = new Registry();
  registry.setDefaultLabels({ service });
  collectDefaultMetrics({ register: registry });
  return registry;
}
