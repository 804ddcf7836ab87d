import type { BatchKafkaServer } from '@motcua/kafka';
import { Gauge, type Registry } from 'prom-client';

/** Lag, dead letters and speed of this instance's partitions. */
export function observeProjection(metrics: Registry, server: BatchKafkaServer): void {
  const partitionsOf = () => server.listProjectionStatus().flatMap(({ partitions }) => partitions);
  const registers = [metrics];
  const labelNames = ['partition'] as const;
  new Gauge({
    name: 'motcua_projection_lag_events',
    help: 'Events in the log not yet projected.',
    labelNames,
    registers,
    collect() {
      for (const { partition, lag } of partitionsOf()) this.set({ partition }, Number(lag));
    },
  });
  new Gauge({
    name: 'motcua_projection_parked_events',
    help: 'Events parked as dead letters.',
    labelNames,
    registers,
    collect() {
      for (const { partition, parked } of partitionsOf()) this.set({ partition }, parked);
    },
  });
  new Gauge({
    name: 'motcua_projection_events_per_second',
    help: 'Events projected a second, lately.',
    registers,
    collect() {
      this.set(server.listProjectionStatus()[0]?.messagesPerSecond ?? 0);
    },
  });
}
