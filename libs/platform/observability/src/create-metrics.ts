import { collectDefaultMetrics, Registry } from 'prom-client';

/** How exactly the event loop's delay is measured; a process that has nothing to do wakes as often for it. */
const EVENT_LOOP_MS = 100;

/** A registry of one service: every series carries `service`, and Node's own figures (event loop, memory) are in it. */
export function createMetrics(service: string): Registry {
  const registry = new Registry();
  registry.setDefaultLabels({ service });
  collectDefaultMetrics({ register: registry, eventLoopMonitoringPrecision: EVENT_LOOP_MS });
  return registry;
}
