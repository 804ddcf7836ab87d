import { auditGrants, CreateAuditLog1765400000000 } from '@motcua/audit';
import { loadConfig, serviceConfig } from '@motcua/config';
import { createHttpApp } from '@motcua/http';
import { createLogger } from '@motcua/observability';
import { migrateService } from '@motcua/postgres';
import { createServiceDatabase } from '@motcua/postgres/testing';
import { ServiceModule, startService, toTestTopicNames } from '@motcua/service';
import { getTestKafkaBrokers, uniqueName, waitFor } from '@motcua/testing';
import { Module, type DynamicModule } from '@nestjs/common';
import { z } from 'zod';

const migrations = [CreateAuditLog1765400000000];
const names = { schema: 'audited_behind', role: 'motcua_audited_behind_spec' };

@Module({})
class AuditedModule {
  static of(service: DynamicModule): DynamicModule {
    return { module: AuditedModule, imports: [service] };
  }
}

/** A service of the kit that has nothing but its audit log, under the name of one that the gateway leads to. @param jwks the gateway's */
export async function startAuditedService(jwks: string): Promise<{ readonly url: string; close(): Promise<void> }> {
  const migrate = (adminUrl: string, rolePassword: string) =>
    migrateService({ ...names, adminUrl, rolePassword, migrations, afterwards: auditGrants(names.schema, names.role) });
  const database = await createServiceDatabase({ ...names, migrate });
  const config = loadConfig(z.object(serviceConfig), {
    DATABASE_URL: database.url,
    KAFKA_BROKERS: getTestKafkaBrokers(),
    AUTH_JWKS: jwks,
  });
  const definition = { name: 'catalogue', schema: names.schema, migrations, topics: [] };
  const topicNames = toTestTopicNames(uniqueName('audited'));
  const logger = createLogger('audited', { level: 'silent' });
  const module = AuditedModule.of(ServiceModule.forRoot(definition, { config, topicNames }));
  const app = await createHttpApp(module, { service: 'catalogue', logger });
  const url = await startService(app, { host: '127.0.0.1', port: 0, logger });
  await waitFor(async () => (await fetch(`${url}/health/ready`)).ok, { describe: 'readiness', timeoutMs: 30_000 });
  return {
    url,
    close: async () => {
      await app.close();
      await database.close();
    },
  };
}
