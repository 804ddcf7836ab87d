import type { BatchKafkaServer } from '@motcua/kafka';
import { Gauge, type Registry } from 'prom-client';

/** Lag and dead letters of this instance's partitions. */
export function observeFollowing(metrics: Registry, server: BatchKafkaServer): void {
  const partitionsOf = () => server.listProjectionStatus().flatMap(({ partitions }) => partitions);
  const registers = [metrics];
  const labelNames = ['partition'] as const;
  new Gauge({
    name: 'motcua_digitization_lag_events',
    help: 'Events in the dossier log not yet followed.',
    labelNames,
    registers,
    collect() {
      for (const { partition, lag } of partitionsOf()) this.set({ partition }, Number(lag));
    },
  });
  new Gauge({
    name: 'motcua_digitization_parked_events',
    help: 'Events parked as dead letters.',
    labelNames,
    registers,
    collect() {
      for (const { partition, parked } of partitionsOf()) this.set({ partition }, parked);
    },
  });
}
