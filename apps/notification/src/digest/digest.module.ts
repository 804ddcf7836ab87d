import { topics } from '@motcua/contracts';
import { HealthChecks } from '@motcua/http';
import { POOL } from '@motcua/service';
import { Module } from '@nestjs/common';
import type { Pool } from 'pg';
import { NoticeMetrics } from '../health/notice-metrics.ts';
import { DigestGate } from './digest-gate.ts';
import { DigestJob } from './digest-job.ts';

/** What officers find in the morning. */
@Module({
  providers: [
    {
      provide: DigestGate,
      inject: [POOL, NoticeMetrics, HealthChecks],
      useFactory: (pool: Pool, metrics: NoticeMetrics, health: HealthChecks) => {
        const gate = new DigestGate(pool, topics.dossierEvents.partitions);
        metrics.observeDigests(gate);
        // They wait for the log and not for us.
        health.add('digests', () => {
          const { units, since } = gate.waiting;
          if (units === 0) return { ready: true };
          const until = `until the dossier log has been read up to ${since ?? 'now'}`;
          return { ready: true, reason: `the digests of ${String(units)} units wait ${until}` };
        });
        return gate;
      },
    },
    DigestJob,
  ],
})
export class DigestModule {}
