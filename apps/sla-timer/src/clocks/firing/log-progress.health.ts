import { HealthChecks, type HealthReport } from '@motcua/http';
import { POOL } from '@motcua/service';
import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';

const stale = `
SELECT coalesce(array_agg(partition ORDER BY partition), '{}') AS partitions, max(clock_timestamp() - current_at)::text AS since
FROM sla.reading WHERE current_at + 3 * next_within <= clock_timestamp()`;

/** Whether the log says how far it goes. Not a reason to send traffic elsewhere: timers rest until it does. */
@Injectable()
export class LogProgressHealth {
  constructor(
    @Inject(POOL) private readonly pool: Pool,
    health: HealthChecks,
  ) {
    health.add('log-progress', () => this.#report());
  }

  async #report(): Promise<HealthReport> {
    const { rows } = await this.pool.query<{ partitions: number[]; since: string | null }>(stale);
    const { partitions = [], since = null } = rows[0] ?? {};
    if (partitions.length === 0) return { ready: true };
    const reason = `timers rest: partitions ${partitions.join(', ')} have not said how far they go for ${since ?? '?'} (relay of dossier-intake)`;
    return { ready: true, reason };
  }
}
