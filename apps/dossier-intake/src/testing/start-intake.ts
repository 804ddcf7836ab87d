import type { Role } from '@motcua/auth';
import { createTestIssuer, type TestIssuer } from '@motcua/auth/testing';
import type { ReferenceDocuments } from '@motcua/contracts';
import { createHttpApp, HealthChecks } from '@motcua/http';
import { initWithoutPort } from '@motcua/http/testing';
import { createKafkajsClient, type ProducerPort } from '@motcua/kafka';
import { createLogger } from '@motcua/observability';
import { beginWork, toTestTopicNames, type TopicNames } from '@motcua/service';
import { createTestDatabase, getTestKafkaBrokers, testRolePassword, uniqueName, waitFor } from '@motcua/testing';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { AppModule } from '../app.module.ts';
import { readConfig, service } from '../config.ts';
import { intakeRole, migrateIntake } from '../migrations/migrate-intake.ts';
import { openApi } from '../http/open-api.ts';
import { legacySystem } from './legacy-events.ts';
import { publishReference } from './reference-fixture.ts';

export interface RunningIntake {
  readonly app: NestFastifyApplication;
  readonly issuer: TestIssuer;
  readonly topics: TopicNames;
  readonly brokers: readonly string[];
  /** Writes to its topics, past the service. */
  readonly producer: ProducerPort;
  /** Superuser's connections, past the service. */
  readonly admin: pg.Pool;
  /** The runtime role's URL. */
  readonly databaseUrl: string;
  /** What was logged, line by line. */
  readonly logs: string[];
  /** An access token, for what `call` cannot ask. */
  sign(as: NonNullable<Call['as']>): Promise<string>;
  call(request: Call): Promise<CallAnswer>;
  /** One more of it, beside the first or after it, on the same database and topics; whoever starts it closes it. */
  startInstance(): Promise<NestFastifyApplication>;
  stop(): Promise<void>;
}

export interface Call {
  readonly method?: 'GET' | 'POST';
  readonly url: string;
  /** A person in a role, a legacy system, or a service; whom the route is for unless told. */
  readonly as?: readonly [role: Role, unit?: string] | Parameters<TestIssuer['bearer' | 'serviceBearer']>[0];
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Another instance than the first. */
  readonly instance?: NestFastifyApplication;
}

export interface CallAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  // The answers of a test are looked into freely.
  readonly body: Record<string, never> & { [key: string]: unknown };
}

export interface StartOptions {
  readonly withReference?: boolean;
  /**
   * Epoch milliseconds. Unless told: the clock of the machine, until a call names the moment of a live command; then that moment, so that
   * what a spec tells of a fixed day is told on that day and not too late for a live command.
   */
  readonly now?: () => number;
  /** In place of the fixture's calendar. */
  readonly calendar?: ReferenceDocuments['calendars'];
  readonly environment?: Readonly<Record<string, string>>;
  /** Those that all suites share unless told. */
  readonly brokers?: string;
}

/** The real service on a database and topics of its own, with the fixture's reference data, ready for calls. */
export async function startIntake({
  withReference = true,
  now: given,
  calendar,
  environment = {},
  brokers: list = getTestKafkaBrokers(),
}: StartOptions = {}): Promise<RunningIntake> {
  let latest: number | undefined;
  const now = given ?? (() => latest ?? Date.now());
  const database = await createTestDatabase({ template: { name: 'intake', migrate } });
  const issuer = await createTestIssuer();
  const brokers = list.split(',');
  const topics = toTestTopicNames(uniqueName('intake'));
  const databaseUrl = toRoleUrl(database.url);
  const config = readConfig({
    DATABASE_URL: databaseUrl,
    KAFKA_BROKERS: brokers.join(','),
    AUTH_JWKS: issuer.jwks,
    SERVICE_KEYS: issuer.serviceKeys,
    SERVICE_KEY: issuer.keyFileOf('dossier-intake'),
    APPLICANT_KEYS: JSON.stringify({ active: 'k1', keys: { k1: randomBytes(32).toString('base64') } }),
    APPLICANT_HASH_KEY: randomBytes(32).toString('base64'),
    ...environment,
  });
  const client = createKafkajsClient({ brokers, clientId: 'intake-spec' });
  const references = [topics.units, topics.procedures, topics.calendars, topics.ruleSets, topics.staff, topics.reasons];
  await client.admin.createTopics(references.map((name) => ({ name, partitions: 1, compact: true })));
  const producer = client.createProducer();
  if (withReference) await publishReference(producer, topics, calendar);

  const logs: string[] = [];
  const logger = createLogger(service, { destination: { write: (line) => void logs.push(line) } });
  const startInstance = async (): Promise<NestFastifyApplication> => {
    const instance = await createHttpApp(AppModule.forRoot({ config, topicNames: topics, now }), {
      service,
      logger,
      openApi,
    });
    await initWithoutPort(instance);
    beginWork(instance);
    return instance;
  };
  const app = await startInstance();
  const admin = new pg.Pool({ connectionString: database.url, max: 4 });
  const running = { app, issuer, topics, brokers, producer, admin, databaseUrl, logs, startInstance };
  if (withReference) await waitUntilReady(app, logs);
  return {
    ...running,
    sign: async (as) => (await bearerOf(issuer, as)).authorization.replace('Bearer ', ''),
    call: async ({ method = 'GET', url, as = toUsualCaller(method, url), body, headers = {}, instance = app }) => {
      latest = toNamedMoment(url, body) ?? latest;
      const { authorization } = await bearerOf(issuer, as);
      const payload = body === undefined ? {} : { payload: body as object };
      const answer = await instance.inject({ method, url, headers: { authorization, ...headers }, ...payload });
      return { status: answer.statusCode, headers: answer.headers, body: answer.json() };
    },
    stop: async () => {
      await app.close();
      await producer.close();
      await client.close();
      await admin.end();
      await issuer.close();
      await database.drop();
    },
  };
}

const forLegacySystems = ['POST /v1/events', 'POST /v1/rating-imports'];

function toUsualCaller(method: string, url: string): NonNullable<Call['as']> {
  if (forLegacySystems.includes(`${method} ${url}`)) return legacySystem;
  if (url.endsWith('/contact')) return { service: 'notification', audience: service };
  if (url.endsWith('/applicant-ref') || url.startsWith('/v1/applicant-changes'))
    return { service: 'digitization-tracker', audience: service };
  return ['admin'];
}

function bearerOf(issuer: TestIssuer, as: NonNullable<Call['as']>): Promise<{ authorization: string }> {
  if ('service' in as) return issuer.serviceBearer(as);
  if ('role' in as) return issuer.bearer(as);
  const [role, unit] = as;
  return issuer.bearer({ role, sub: `${role}-1`, ...(unit === undefined ? {} : { unit }) });
}

/** When a live command says that it happened. */
function toNamedMoment(url: string, body: unknown): number | undefined {
  if (!url.startsWith('/v1/dossiers') || typeof body !== 'object' || body === null || !('occurredAt' in body)) return undefined;
  const at = Date.parse(String(body.occurredAt));
  return Number.isNaN(at) ? undefined : at;
}

async function migrate(adminUrl: string): Promise<void> {
  await migrateIntake(adminUrl, testRolePassword);
}

function toRoleUrl(adminUrl: string): string {
  const url = new URL(adminUrl);
  url.username = intakeRole;
  url.password = testRolePassword;
  return url.href;
}

async function waitUntilReady(app: NestFastifyApplication, logs: readonly string[]): Promise<void> {
  const health = app.get(HealthChecks);
  await waitFor(async () => (await health.readiness()).status === 'ready', {
    describe: 'the service to be ready',
    timeoutMs: 50_000,
  }).catch(async (error: unknown) => {
    const overrides = JSON.stringify(await health.readiness());
    throw new Error(`The service did not become ready: ${overrides}\n${logs.join('')}`, { cause: error });
  });
}
