import { createTestIssuer, type TestIssuer } from '@motcua/auth/testing';
import type { UnitDocument } from '@motcua/contracts';
import { toReferenceRecord } from '@motcua/contracts/testing';
import { createKafkajsClient, type KafkaClientPort, type ProducerPort } from '@motcua/kafka';
import { createLogger } from '@motcua/observability';
import { toTestTopicNames, type TopicNames } from '@motcua/service';
import { startInstance, type ServiceInstance } from '@motcua/service/testing';
import { getTestKafkaBrokers, uniqueName } from '@motcua/testing';
import { AppModule } from '../app.module.ts';
import { service, type Config } from '../config.ts';
import { openApi } from '../http/open-api.ts';
import { resolve } from 'node:path';
import { createKpiDatabase, type KpiDatabase } from './kpi-database.ts';
import type { BuiltEvent } from './snapshot.builder.ts';
import type { BuiltInstitutional } from './institutional.builder.ts';
import type { BuiltRating } from './rating.builder.ts';
import type { BuiltDigitization } from './digitization.builder.ts';
import type { BuiltOverdueCause } from './overdue-cause.builder.ts';

export type KpiInstance = ServiceInstance;

export interface KpiFixture {
  readonly kpi: KpiDatabase;
  readonly names: TopicNames;
  readonly issuer: TestIssuer;
  startInstance(more?: Partial<Config>): Promise<KpiInstance>;
  publish(events: readonly Pick<BuiltEvent, 'key' | 'value'>[]): Promise<void>;
  publishCauses(causes: readonly Pick<BuiltOverdueCause, 'key' | 'value'>[]): Promise<void>;
  publishDigitizations(events: readonly Pick<BuiltDigitization, 'key' | 'value'>[]): Promise<void>;
  publishRatings(ratings: readonly BuiltRating[]): Promise<void>;
  publishInstitutional(events: readonly (Pick<BuiltInstitutional, 'key'> & { readonly value: string | null })[]): Promise<void>;
  /** Units as the catalogue publishes them, all versions of one code together. */
  publishUnits(units: readonly UnitDocument[]): Promise<void>;
  close(): Promise<void>;
}

/**
 * A database, topics and keys of one suite's own, and real instances of the service on them.
 *
 * @param brokers those that all suites share unless told
 */
export async function createKpiFixture(brokers = getTestKafkaBrokers()): Promise<KpiFixture> {
  const kpi = await createKpiDatabase();
  const issuer = await createTestIssuer();
  const prefix = uniqueName('kpi');
  const names = toTestTopicNames(prefix);
  const client: KafkaClientPort = createKafkajsClient({ brokers: brokers.split(','), clientId: 'kpi-spec' });
  const producer: ProducerPort = client.createProducer();
  const instances: KpiInstance[] = [];
  const send = async (topic: string, messages: readonly { key: string; value: string | null }[]): Promise<void> => {
    await producer.send(
      topic,
      messages.map(({ key, value }) => ({ key, value })),
    );
  };
  return {
    kpi,
    names,
    issuer,
    async startInstance(more = {}) {
      const instance = await startKpi(kpi.url, names, issuer, { KAFKA_BROKERS: brokers.split(','), ...more });
      instances.push(instance);
      return instance;
    },
    publish: (events) => send(names.dossierEvents, events),
    publishCauses: (causes) => send(names.slaEvents, causes),
    publishDigitizations: (events) => send(names.digitizationEvents, events),
    publishRatings: (ratings) => send(names.ratingEvents, ratings),
    publishInstitutional: (events) => send(names.institutional, events),
    publishUnits: (units) =>
      send(
        names.units,
        [...new Set(units.map(({ code }) => code))].map((code) =>
          toReferenceRecord(
            'units',
            code,
            units.filter((unit) => unit.code === code),
          ),
        ),
      ),
    async close() {
      await Promise.all(instances.map((instance) => instance.close()));
      await producer.close();
      await client.close();
      await issuer.close();
      await kpi.close();
    },
  };
}

function startKpi(
  databaseUrl: string,
  names: TopicNames,
  issuer: TestIssuer,
  more: Partial<Config> & Pick<Config, 'KAFKA_BROKERS'>,
): Promise<KpiInstance> {
  const logger = createLogger(service, { level: 'error' });
  const config = {
    HOST: '127.0.0.1',
    PORT: 0,
    LOG_LEVEL: 'fatal' as const,
    DATABASE_URL: databaseUrl,
    DATABASE_POOL_SIZE: 8,
    AUTH_JWKS: issuer.jwks,
    AUTH_ISSUER: 'motcua',
    AUTH_AUDIENCE: 'motcua',
    SERVICE_KEYS: issuer.serviceKeys,
    LIVE_STREAMS_PER_SUBJECT: 20,
    LIVE_STREAMS: 100,
    LIVE_BOARDS: 50,
    SCORE_SETS: resolve(import.meta.dirname, '../../../../data/reference/score-sets.json'),
    ...more,
  };
  return startInstance(AppModule.forRoot({ config, topicNames: names }), { service, logger, openApi });
}
