import type { HealthReport } from '@motcua/http';
import type { BatchKafkaServer } from '@motcua/kafka';

/** Ready: every projection runs, has caught up with its log once and follows it. */
export function reportProjections(server: BatchKafkaServer): HealthReport {
  const statuses = server.listProjectionStatus();
  if (statuses.length === 0) return { ready: false, reason: 'the consumer has not started' };
  const parked = statuses.flatMap(({ partitions }) => partitions).reduce((sum, partition) => sum + partition.parked, 0);
  const lag = statuses.reduce((sum, status) => sum + Number(status.lag), 0);
  const moved = statuses.flatMap(({ movedAt }) => (movedAt === null ? [] : [movedAt])).toSorted();
  const details = {
    state: statuses.map(({ state }) => state).join(', '),
    lag,
    parked,
    fuse: statuses.some(({ state }) => state === 'fused') ? 'blown' : 'intact',
    messagesPerSecond: statuses.reduce((sum, { messagesPerSecond }) => sum + messagesPerSecond, 0),
    movedAt: moved.at(-1) ?? null,
  };
  const stuck = statuses.find(({ state }) => state !== 'running');
  if (stuck !== undefined) return { ready: false, reason: stuck.reason ?? stuck.state, details };
  // An instance without partitions has nothing to catch up with.
  const isCurrent = statuses.every(({ hasCaughtUp, partitions }) => hasCaughtUp || partitions.length === 0);
  return isCurrent ? { ready: true, details } : { ready: false, reason: `catching up, ${String(lag)} events to go`, details };
}
