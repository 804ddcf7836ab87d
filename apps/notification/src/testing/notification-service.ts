import { RouteRules, type RuledRoute } from '@motcua/access';
import type { Role } from '@motcua/auth';
import { createTestIssuer, type TestIssuer } from '@motcua/auth/testing';
import type { CalendarDocument, NotificationRule, StaffContact } from '@motcua/contracts';
import { operationsOf, createHttpApp } from '@motcua/http';
import { createKafkajsClient } from '@motcua/kafka';
import { createLogger } from '@motcua/observability';
import { setDatabaseClock, type ShiftedClock } from '@motcua/postgres';
import { startService, toTestTopicNames, type TopicNames } from '@motcua/service';
import { getTestKafkaBrokers, uniqueName, waitFor } from '@motcua/testing';
import { AppModule } from '../app.module.ts';
import { readConfig, service } from '../config.ts';
import { openApi } from '../http/open-api.ts';
import type { BuiltEvent } from './events.builder.ts';
import { createNotificationDatabase, type NotificationDatabase } from './notification-database.ts';
import { alwaysOpen, reason, toReferenceRecord, units } from './reference.builder.ts';
import { toStaffRecord, type Member } from './staff.builder.ts';

interface Claims {
  readonly role: Role;
  readonly unit?: string;
  readonly sub?: string;
}

const admin: Claims = { role: 'admin' };

export interface NotificationInstance {
  readonly url: string;
  /** Every route with the rule that it names. */
  readonly routes: readonly RuledRoute[];
  /** Where `/metrics` and the details of readiness are: `operations.inject('/metrics')`. */
  readonly operations: ReturnType<typeof operationsOf>;
  close(): Promise<void>;
}

type Expected = 'ready' | 'refused';

export interface NotificationFixture {
  readonly data: NotificationDatabase;
  readonly names: TopicNames;
  readonly issuer: TestIssuer;
  /** Answers once it is ready; one whose log is lost, once it says so. */
  startInstance(expected?: Expected): Promise<NotificationInstance>;
  publish(topic: 'dossierEvents' | 'slaEvents' | 'auditAlarms', events: readonly BuiltEvent[]): Promise<void>;
  /** Tells the service that figures of units moved. */
  wakeFigures(units: readonly string[]): Promise<void>;
  setClock(clock?: ShiftedClock): Promise<void>;
  /** Asks an instance; answers status and body, JSON where it is. */
  call<Body>(instance: NotificationInstance, path: string, request?: CallRequest): Promise<CallAnswer<Body>>;
  /** Enters rules and people as the catalogue and an administrator do; every instance knows them then. */
  seed(instance: NotificationInstance, seed: Seed): Promise<void>;
  close(): Promise<void>;
}

export interface CallAnswer<Body> {
  readonly status: number;
  readonly body: Body;
}

export interface CallRequest {
  readonly method?: 'GET' | 'PUT' | 'POST';
  readonly as?: Claims;
  readonly body?: unknown;
}

export interface Seed {
  readonly rules?: readonly NotificationRule[];
  readonly staff?: Readonly<Record<string, Member>>;
}

export interface FixtureOptions {
  /** Open at every minute unless told. */
  readonly calendar?: CalendarDocument;
  readonly environment?: Readonly<Record<string, string>>;
  /** Those that all suites share unless told. */
  readonly brokers?: string;
}

/** A database, topics and keys of one suite's own, and real instances of the service on them. */
export async function createNotificationFixture({
  calendar = alwaysOpen,
  environment = {},
  brokers = getTestKafkaBrokers(),
}: FixtureOptions = {}): Promise<NotificationFixture> {
  const data = await createNotificationDatabase();
  const issuer = await createTestIssuer();
  const names = toTestTopicNames(uniqueName('notification'));
  const client = createKafkajsClient({ brokers: brokers.split(','), clientId: 'notification-spec' });
  const producer = client.createProducer();
  const instances: NotificationInstance[] = [];
  const send = async (topic: string, records: readonly { key: string; value: string }[]): Promise<void> => {
    await producer.send(
      topic,
      records.map(({ key: of, value }) => ({ key: of, value })),
    );
  };
  const env = {
    PORT: '0',
    LOG_LEVEL: 'fatal',
    DATABASE_URL: data.url,
    KAFKA_BROKERS: brokers,
    AUTH_JWKS: issuer.jwks,
    SERVICE_KEY: issuer.keyFileOf('notification'),
    SERVICE_KEYS: issuer.serviceKeys,
    INTAKE_URL: 'http://127.0.0.1:1',
    KPI_URL: 'http://127.0.0.1:1',
    PUBLIC_URL: 'http://127.0.0.1:8080',
    ...environment,
  };
  await client.admin.createTopics(
    [names.units, names.calendars, names.procedures, names.staff, names.reasons].map((name) => ({
      name,
      partitions: 1,
      compact: true,
    })),
  );
  await send(
    names.units,
    units.map((document) => toReferenceRecord('units', document.code, document)),
  );
  await send(names.reasons, [toReferenceRecord('reasons', reason.code, reason)]);
  await send(names.calendars, [toReferenceRecord('calendars', calendar.id, calendar)]);

  const call: NotificationFixture['call'] = async ({ url }, path, { method = 'GET', as = admin, body } = {}) => {
    const response = await fetch(`${url}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${await issuer.token({ ...as })}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') ?? false;
    // A spec names the shape it asks for.
    return { status: response.status, body: (isJson ? JSON.parse(text) : text) as never };
  };

  const untilPlaced = (instance: NotificationInstance, id: string): Promise<boolean> =>
    waitFor(async () => (await call<StaffContact>(instance, `/v1/staff/${id}/contact`)).body.place?.placedBy === 'catalogue', {
      describe: `the place of ${id}`,
    });

  return {
    data,
    names,
    issuer,
    call,
    publish: (topic, events) => send(names[topic], events),
    wakeFigures: (of) => send(names.kpiUpdates, [{ key: of[0] ?? '', value: JSON.stringify({ units: of }) }]),
    setClock: (clock) => setDatabaseClock(data.database.url, 'notification', clock),
    async startInstance(expected) {
      const instance = await startInstance(env, names, expected);
      instances.push(instance);
      return instance;
    },
    async seed(instance, { rules = [], staff = {} }) {
      const puts = [
        ...rules.map((rule) => ['/v1/notification-rules/', rule.id, rule] as const),
        ...Object.entries(staff).map(([id, { contact }]) => ['/v1/staff/', `${id}/contact`, contact] as const),
      ];
      await send(
        names.staff,
        Object.entries(staff).map(([id, member]) => toStaffRecord(id, member)),
      );
      for (const [path, id, body] of puts) {
        const { status, body: answer } = await call(instance, `${path}${id}`, { method: 'PUT', body });
        if (status !== 200) throw new Error(`PUT ${path}${id}: ${String(status)} ${JSON.stringify(answer)}`);
      }
      for (const id of Object.keys(staff)) for (const each of instances) await untilPlaced(each, id);
    },
    async close() {
      await Promise.all(instances.map((instance) => instance.close()));
      await producer.close();
      await client.close();
      await issuer.close();
      await data.close();
    },
  };
}

async function startInstance(
  env: NodeJS.ProcessEnv,
  names: TopicNames,
  expected: Expected = 'ready',
): Promise<NotificationInstance> {
  const logger = createLogger(service, { level: 'fatal' });
  const module = AppModule.forRoot({ config: readConfig(env), topicNames: names });
  const app = await createHttpApp(module, { service, logger, openApi });
  const url = await startService(app, { host: '127.0.0.1', port: 0, logger });
  const isAsExpected = async (): Promise<boolean> => {
    const { statusCode, body } = await operationsOf(app).inject('/health/ready');
    return expected === 'ready' ? statusCode === 200 : body.includes('motcua rebuild notification');
  };
  await waitFor(isAsExpected, { describe: `the service to be ${expected}`, timeoutMs: 30_000 });
  let isClosed = false;
  return {
    url,
    routes: app.get(RouteRules).list(),
    operations: operationsOf(app),
    async close() {
      if (isClosed) return;
      isClosed = true;
      await app.close();
    },
  };
}

/** The service running, with rules and people entered. */
export interface RunningNotification extends NotificationFixture {
  readonly service: NotificationInstance;
  /** Further ones on the same database. */
  readonly others: readonly NotificationInstance[];
}

export async function runNotification(
  seed: Seed,
  { others: count = 0, ...options }: FixtureOptions & { readonly others?: number } = {},
): Promise<RunningNotification> {
  const fixture = await createNotificationFixture(options);
  const service = await fixture.startInstance();
  const others: NotificationInstance[] = [];
  while (others.length < count) others.push(await fixture.startInstance());
  await fixture.seed(service, seed);
  return { ...fixture, service, others };
}
