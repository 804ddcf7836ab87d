import { createTestIssuer, type TestIssuer } from '@motcua/auth/testing';
import { hashPassword } from '@motcua/auth/passwords';
import type { AccountPost, StaffDocument } from '@motcua/contracts';
import { toReferenceRecord } from '@motcua/contracts/testing';
import { createHttpApp } from '@motcua/http';
import { createKafkajsClient } from '@motcua/kafka';
import { createLogger } from '@motcua/observability';
import { createServiceDatabase, type ServiceDatabase } from '@motcua/postgres/testing';
import { startService, toTestTopicNames } from '@motcua/service';
import { getTestKafkaBrokers, uniqueName, waitFor } from '@motcua/testing';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { exportJWK, generateKeyPair } from 'jose';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AppModule } from '../app.module.ts';
import { readConfig } from '../config.ts';
import { openApi } from '../http/open-api.ts';
import { identityRole, migrateIdentity } from '../migrations/migrate-identity.ts';
import { mountProvider } from '../provider/mount-provider.ts';
import { LogoutReceiver } from './logout-receiver.ts';

/** What browsers know us as; `TestBrowser` goes to the service instead, as a gateway would. */
export const PUBLIC_URL = 'http://motcua.test';
export const GATEWAY_SECRET = 'the-gateway-of-a-spec-and-its-secret';
export const PROGRAM_SECRET = 'a-program-of-a-spec-and-its-secret-too';
export const PASSWORD = 'một câu ngắn dễ nhớ';

export interface IdentityFixture {
  readonly app: NestFastifyApplication;
  /** Where the service listens. */
  readonly url: string;
  /** Path of the file of programs. */
  readonly serviceAccounts: string;
  readonly own: ServiceDatabase;
  readonly issuer: TestIssuer;
  readonly receiver: LogoutReceiver;
  /** Epoch milliseconds that the service takes for now. */
  now(): number;
  passTime(ms: number): void;
  /** An account whose password is `PASSWORD`. @returns its name */
  addAccount(
    posts: readonly AccountPost[],
    more?: { secondFactor?: boolean; mustChange?: boolean; name?: string },
  ): Promise<string>;
  publishStaff(document: StaffDocument): Promise<void>;
  close(): Promise<void>;
}

/** The service as it runs, on a database, topics and keys of one suite's own. */
export async function createIdentityFixture(): Promise<IdentityFixture> {
  const [own, issuer, folder, receiver] = await Promise.all([
    createServiceDatabase({ schema: 'identity', role: identityRole, migrate: migrateIdentity }),
    createTestIssuer(),
    mkdtemp(join(tmpdir(), 'identity-')),
    LogoutReceiver.start(),
  ]);
  const files = await writeFiles(folder);
  const topics = toTestTopicNames(uniqueName('identity'));
  const client = createKafkajsClient({ brokers: getTestKafkaBrokers().split(','), clientId: 'identity-spec' });
  await client.admin.createTopics([{ name: topics.staff, partitions: 1, compact: true }]);
  const producer = client.createProducer();
  const config = readConfig({
    DATABASE_URL: own.url,
    KAFKA_BROKERS: getTestKafkaBrokers(),
    AUTH_JWKS: issuer.jwks,
    PUBLIC_URL,
    GATEWAY_INTERNAL_URL: receiver.url,
    IDENTITY_KEYS: JSON.stringify({ active: 'k1', keys: { k1: randomBytes(32).toString('base64') } }),
    ...files,
  });
  let passedMs = 0;
  const now = (): number => Date.now() + passedMs;
  const logger = createLogger('identity', { level: 'silent' });
  const module = AppModule.forRoot({ config, topicNames: topics, now });
  const app = await createHttpApp(module, { service: 'identity', logger, openApi, trustedHops: config.TRUSTED_PROXY_HOPS });
  await mountProvider(app);
  const url = await startService(app, { host: '127.0.0.1', port: 0, logger });
  await waitFor(async () => (await fetch(`${url}/health/ready`)).ok, { describe: 'readiness', timeoutMs: 30_000 });
  const passwordHash = await hashPassword(PASSWORD);
  return {
    app,
    url,
    serviceAccounts: files['SERVICE_ACCOUNTS'] ?? '',
    own,
    issuer,
    receiver,
    now,
    passTime: (ms) => {
      passedMs += ms;
    },
    async addAccount(posts, { secondFactor = false, mustChange = false, name = uniqueName('officer').toLowerCase() } = {}) {
      await own.pool.query(
        `INSERT INTO account (id, display_name, posts, password_hash, password_must_change, second_factor_required)
         VALUES ($1, 'Nguyễn Thị Hoa', $2, $3, $4, $5)`,
        [name, JSON.stringify(posts), passwordHash, mustChange, secondFactor],
      );
      return name;
    },
    publishStaff: async (document) => {
      await producer.send(topics.staff, [toReferenceRecord('staff', document.id, [document])]);
    },
    async close() {
      await app.close();
      await producer.close();
      await client.close();
      await Promise.all([own.close(), issuer.close(), receiver.close(), rm(folder, { recursive: true, force: true })]);
    },
  };
}

async function writeFiles(folder: string): Promise<Readonly<Record<string, string>>> {
  const files = {
    SIGNING_KEYS: join(folder, 'signing-keys.json'),
    SERVICE_ACCOUNTS: join(folder, 'service-accounts.json'),
    FIRST_ACCOUNTS: join(folder, 'first-accounts.json'),
    GATEWAY_CLIENT_SECRET_FILE: join(folder, 'gateway-client-secret'),
  };
  await writeFile(files.GATEWAY_CLIENT_SECRET_FILE, `${GATEWAY_SECRET}\n`);
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  await writeFile(files.SIGNING_KEYS, JSON.stringify({ keys: [{ ...(await exportJWK(privateKey)), kid: 's1' }] }));
  const programs = [
    { id: 'operator', secret: PROGRAM_SECRET, role: 'admin' },
    { id: 'one-stop', secret: PROGRAM_SECRET, source: 'urn:legacy:one-stop', unit: 'thanh-ba' },
  ];
  await writeFile(files.SERVICE_ACCOUNTS, JSON.stringify({ accounts: programs }));
  const first = {
    id: 'quan-tri',
    displayName: 'Quản trị',
    posts: [{ role: 'admin' }],
    passwordHash: await hashPassword(PASSWORD),
    mustChangePassword: false,
    secondFactor: false,
  };
  await writeFile(files.FIRST_ACCOUNTS, JSON.stringify({ accounts: [first] }));
  return files;
}
