import type { BatchKafkaServer } from '@motcua/kafka';
import { Gauge, type Registry } from 'prom-client';

/** Lag, dead letters, what is passed over, and speed of this instance's partitions. */
export function observeProjections(metrics: Registry, server: BatchKafkaServer): void {
  const partitionsOf = () => server.listProjectionStatus().flatMap(({ partitions }) => partitions);
  const registers = [metrics];
  const labelNames = ['topic', 'partition'] as const;
  new Gauge({
    name: 'motcua_projection_lag_events',
    help: 'Events in the log not yet projected.',
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
  new Gauge({
    name: 'motcua_projection_skipped_events',
    help: 'Events that change nothing here, by reason, since the start.',
    labelNames: ['projection', 'reason'] as const,
    registers,
    collect() {
      for (const { projection, counters } of server.listProjectionStatus())
        for (const [reason, count] of counters.skipped) this.set({ projection, reason }, count);
    },
  });
  new Gauge({
    name: 'motcua_projection_events_per_second',
    help: 'Events projected a second, lately.',
    labelNames: ['projection'] as const,
    registers,
    collect() {
      for (const { projection, messagesPerSecond } of server.listProjectionStatus()) this.set({ projection }, messagesPerSecond);
    },
  });
  new Gauge({
    name: 'motcua_projection_dismissed_members',
    help: 'Members that had died and were taken out of their group by this instance, since the start.',
    labelNames: ['group'] as const,
    registers,
    collect() {
      for (const [group, count] of server.listDismissed()) this.set({ group }, count);
    },
  });
}
