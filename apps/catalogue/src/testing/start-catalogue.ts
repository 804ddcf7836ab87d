import { createTestIssuer, type TestIssuer } from '@motcua/auth/testing';
import { createHttpApp } from '@motcua/http';
import { initWithoutPort } from '@motcua/http/testing';
import { createLogger } from '@motcua/observability';
import { beginWork, toTestTopicNames, type TopicNames } from '@motcua/service';
import {
  createTestDatabase,
  getTestKafkaBrokers,
  testRolePassword,
  uniqueName,
  waitFor,
  type TestDatabase,
} from '@motcua/testing';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from '../app.module.ts';
import { readConfig } from '../config.ts';
import { openApi } from '../http/open-api.ts';
import { migrateCatalogue } from '../migrations/migrate-catalogue.ts';

export interface RunningCatalogue {
  readonly app: NestFastifyApplication;
  readonly issuer: TestIssuer;
  readonly database: TestDatabase;
  /** Of the service's own role. */
  readonly databaseUrl: string;
  readonly topicNames: TopicNames;
  readonly stop: () => Promise<void>;
}

/** The service on a database and topics of its own, migrated and ready; it listens at no port. */
export async function startCatalogue(): Promise<RunningCatalogue> {
  const [database, issuer] = await Promise.all([createTestDatabase(), createTestIssuer()]);
  await migrateCatalogue(database.url, testRolePassword);
  const url = new URL(database.url);
  [url.username, url.password] = ['motcua_catalogue', testRolePassword];
  const keys = { AUTH_JWKS: issuer.jwks, SERVICE_KEYS: issuer.serviceKeys };
  const config = readConfig({ DATABASE_URL: url.href, KAFKA_BROKERS: getTestKafkaBrokers(), ...keys });
  const logger = createLogger('catalogue', { level: 'silent' });
  const topicNames = toTestTopicNames(uniqueName('catalogue'));
  const app = await createHttpApp(AppModule.forRoot({ config, topicNames }), { service: 'catalogue', logger, openApi });
  await initWithoutPort(app);
  beginWork(app);
  await waitFor(async () => (await app.inject('/health/ready')).statusCode === 200, { describe: 'readiness', timeoutMs: 20_000 });
  return {
    ...{ app, issuer, database, databaseUrl: url.href, topicNames },
    stop: async () => {
      await app.close();
      await database.drop();
      await issuer.close();
    },
  };
}
