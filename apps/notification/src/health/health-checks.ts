import type { HealthChecks } from '@motcua/http';
import type { BatchKafkaServer } from '@motcua/kafka';
import { reportProjections } from '@motcua/service';
import type { Pool } from 'pg';
import type { Deliveries } from '../deliveries/deliveries.ts';
import type { DigestGate } from '../digest/digest-gate.ts';
import type { UnitDirectory } from '../organisation/unit-directory.ts';

interface Watched {
  readonly pool: Pool;
  readonly server: BatchKafkaServer;
  readonly directory: UnitDirectory;
  readonly deliveries: Deliveries;
  readonly digests: DigestGate;
}

/** Ready: the database answers, units and calendars are known, and both streams have been caught up with and are followed. */
export function addHealthChecks(health: HealthChecks, { pool, server, directory, deliveries, digests }: Watched): void {
  health.add('database', async () => {
    await pool.query('SELECT FROM notification.rule LIMIT 1');
    return { ready: true };
  });
  health.add('directory', () =>
    directory.isLoaded ? { ready: true } : { ready: false, reason: 'the catalogue’s topics are being read' },
  );
  // Not a reason to send traffic elsewhere: deliveries wait in their rows.
  health.add('queue', async () => {
    const isThere = await deliveries.isQueueThere();
    return isThere ? { ready: true } : { ready: true, reason: 'the queue does not answer; deliveries wait in their rows' };
  });
  // They wait for the log and not for us.
  health.add('digests', () => {
    const { units, since } = digests.waiting;
    if (units === 0) return { ready: true };
    return {
      ready: true,
      reason: `the digests of ${String(units)} units wait until the dossier log has been read up to ${since ?? 'now'}`,
    };
  });
  health.add('projection', () => reportProjections(server));
}
