import type { HealthChecks, HealthReport } from '@motcua/http';
import type { BatchKafkaServer, CompactedTopicReader } from '@motcua/kafka';
import type { Pool } from 'pg';

interface Watched {
  readonly pool: Pool;
  readonly server: BatchKafkaServer;
  readonly readers: readonly CompactedTopicReader[];
}

/** Ready: the database answers, names are known, and the projection has caught up with the log once and follows it. */
export function addHealthChecks(health: HealthChecks, { pool, server, readers }: Watched): void {
  health.add('database', async () => {
    await pool.query('SELECT FROM kpi.slot');
    return { ready: true };
  });
  health.add('names', () =>
    readers.every(({ isLoaded }) => isLoaded)
      ? { ready: true }
      : { ready: false, reason: 'the catalogue’s topics are being read' },
  );
  health.add('projection', () => reportProjection(server));
}

function reportProjection(server: BatchKafkaServer): HealthReport {
  const [status] = server.listProjectionStatus();
  if (status === undefined) return { ready: false, reason: 'the consumer has not started' };
  const { state, reason, hasCaughtUp, lag, partitions, messagesPerSecond, movedAt } = status;
  const parked = partitions.reduce((sum, partition) => sum + partition.parked, 0);
  const details = { state, lag: Number(lag), parked, fuse: state === 'fused' ? 'blown' : 'intact', messagesPerSecond, movedAt };
  if (state !== 'running') return { ready: false, reason: reason ?? state, details };
  // An instance without partitions has nothing to catch up with.
  const isCurrent = hasCaughtUp || partitions.length === 0;
  return isCurrent ? { ready: true, details } : { ready: false, reason: `catching up, ${lag} events to go`, details };
}
