import type { HealthChecks } from '@motcua/http';
import type { BatchKafkaServer } from '@motcua/kafka';
import type { Relay } from '@motcua/outbox';
import { type BackgroundLoop, type ReferenceFollower, reportLoops, reportProjections } from '@motcua/service';
import type { Pool } from 'pg';
import type { ContentStore } from '../storage/content-store.ts';

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
  health.add('projection', () => reportProjections(server));
  health.add('relay', () => relay.healthReport());
  health.add('store', async () => {
    await store.prove();
    return { ready: true };
  });
  health.add('housekeeping', () => reportLoops(loops));
}
