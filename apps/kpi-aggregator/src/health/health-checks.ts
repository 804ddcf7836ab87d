import type { HealthChecks } from '@motcua/http';
import type { BatchKafkaServer, CompactedTopicReader } from '@motcua/kafka';
import { reportProjections } from '@motcua/service';
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
  health.add('projection', () => reportProjections(server));
}
