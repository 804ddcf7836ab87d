import type { BatchKafkaServer } from '@motcua/kafka';
import { Gauge, type Registry } from 'prom-client';

/** Lag and dead letters of this instance's partitions, by stream. */
export function observeProjections(metrics: Registry, server: BatchKafkaServer): void {
  const partitionsOf = () => server.listProjectionStatus().flatMap(({ partitions }) => partitions);
  const registers = [metrics];
  const labelNames = ['topic', 'partition'] as const;
  new Gauge({
    name: 'motcua_projection_lag_events',
    help: 'Events in the log that were not told yet.',
    labelNames,
    registers,
    collect() {
      for (const { topic, partition, lag } of partitionsOf()) this.set({ topic, partition }, Number(lag));
    },
  });
  new Gauge({
    name: 'motcua_projection_parked_events',
    help: 'Events parked as dead letters.',
    labelNames,
    registers,
    collect() {
      for (const { topic, partition, parked } of partitionsOf()) this.set({ topic, partition }, parked);
    },
  });
}
