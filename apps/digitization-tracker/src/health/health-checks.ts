import type { HealthChecks, HealthReport } from '@motcua/http';
import type { BatchKafkaServer } from '@motcua/kafka';
import type { Relay } from '@motcua/outbox';
import type { Pool } from 'pg';
import type { BackgroundLoop } from '../background-loop.ts';
import type { ContentStore } from '../storage/content-store.ts';
import type { ReferenceFollower } from '../reference/reference-follower.ts';

interface Watched {
  readonly pool: Pool;
  readonly server: BatchKafkaServer;
  readonly follower: ReferenceFollower;
  readonly relay: Relay;
  readonly store: ContentStore;
  readonly loops: readonly BackgroundLoop[];
}

/** Ready: the database answers, the reference data are there, the log is followed, and files can be kept. */
export function addHealthChecks(health: HealthChecks, { pool, server, follower, relay, store, loops }: Watched): void {
  health.add('database', async () => {
    await pool.query('SELECT FROM digitization.dossier LIMIT 1');
    return { ready: true };
  });
  health.add('reference', () => follower.report());
  health.add('projection', () => reportFollowing(server));
  health.add('relay', () => relay.healthReport());
  health.add('store', async () => {
    // Any content will do: what is asked is whether the store answers.
    await store.has('0'.repeat(64));
    return { ready: true };
  });
  health.add('housekeeping', () => reportLoops(loops));
}

function reportFollowing(server: BatchKafkaServer): HealthReport {
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

function reportLoops(loops: readonly BackgroundLoop[]): HealthReport {
  const failing = loops.filter(({ failure }) => failure !== undefined).map(({ name }) => name);
  return failing.length === 0 ? { ready: true } : { ready: false, reason: `failing and tried again: ${failing.join(', ')}` };
}
