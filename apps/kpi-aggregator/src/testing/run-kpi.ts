import { Pool } from 'pg';
import type { BuiltDigitization } from './digitization.builder.ts';
import {
  appendToCauseLog,
  appendToDocumentLog,
  appendToEventLog,
  appendToInstitutionalLog,
  appendToRatingLog,
  createCauseLog,
  createDocumentLog,
  createEventLog,
  createInstitutionalLog,
  createRatingLog,
} from './event-log.ts';
import { createKpiFixture, type KpiFixture, type KpiInstance } from './kpi-service.ts';
import type { BuiltInstitutional } from './institutional.builder.ts';
import type { BuiltRating } from './rating.builder.ts';
import type { BuiltOverdueCause } from './overdue-cause.builder.ts';
import type { BuiltEvent } from './snapshot.builder.ts';

const logs = {
  dossiers: createEventLog,
  causes: createCauseLog,
  documents: createDocumentLog,
  ratings: createRatingLog,
  institutional: createInstitutionalLog,
};

export interface RunOptions {
  /** The logs of other services that stand beside it. */
  readonly logs: readonly (keyof typeof logs)[];
  /** How many instances run on the same database; 1 unless told. */
  readonly instances?: number;
  /** Those that all suites share unless told. */
  readonly brokers?: string;
}

/** The service as it runs beside the logs that it reads. */
export interface RunningKpi extends KpiFixture {
  /** The first of its instances. */
  readonly service: KpiInstance;
  /** Superuser's connections, past the service. */
  readonly admin: Pool;
  /** Of an administrator. */
  readonly token: string;
  /** Asks the first instance as an administrator; the body is what the contract says, each spec looks at what it needs. */
  call<Body>(path: string, method?: string): Promise<Body>;
  /** What other services say: written to their logs and published. */
  readonly record: {
    dossiers(events: readonly BuiltEvent[]): Promise<void>;
    causes(causes: readonly BuiltOverdueCause[]): Promise<void>;
    documents(events: readonly BuiltDigitization[]): Promise<void>;
    ratings(ratings: readonly BuiltRating[]): Promise<void>;
    institutional(events: readonly BuiltInstitutional[]): Promise<void>;
  };
}

/** A database, topics and keys of one suite's own, the logs beside it, and the service running. */
export async function runKpi({ logs: wanted, instances = 1, brokers }: RunOptions): Promise<RunningKpi> {
  const fixture = await createKpiFixture(brokers);
  const admin = new Pool({ connectionString: fixture.kpi.database.url });
  for (const log of wanted) await logs[log](admin);
  const service = await fixture.startInstance();
  for (let started = 1; started < instances; started += 1) await fixture.startInstance();
  const token = await fixture.issuer.token({ role: 'admin' });
  return {
    ...fixture,
    service,
    admin,
    token,
    async call<Body>(path: string, method = 'GET') {
      const response = await fetch(`${service.url}${path}`, { method, headers: { authorization: `Bearer ${token}` } });
      return (await response.json()) as Body;
    },
    record: {
      async dossiers(events) {
        await appendToEventLog(admin, events);
        await fixture.publish(events);
      },
      async causes(causes) {
        await appendToCauseLog(admin, causes);
        await fixture.publishCauses(causes);
      },
      async documents(events) {
        await appendToDocumentLog(admin, events);
        await fixture.publishDigitizations(events);
      },
      async ratings(ratings) {
        await appendToRatingLog(admin, ratings);
        await fixture.publishRatings(ratings);
      },
      async institutional(events) {
        await appendToInstitutionalLog(admin, events);
        await fixture.publishInstitutional(events);
      },
    },
    async close() {
      await admin.end();
      await fixture.close();
    },
  };
}
