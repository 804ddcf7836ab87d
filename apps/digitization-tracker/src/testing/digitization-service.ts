import { RouteRules, type RuledRoute } from '@motcua/access';
import { createTestIssuer, type TestIssuer } from '@motcua/auth/testing';
import {
  digitizationEventSchemas,
  findDigitizationEventName,
  type ApplicantChanges,
  type DigitizationEvent,
  type ProcedureDocument,
} from '@motcua/contracts';
import { createUnit, listReferenceRecords } from '@motcua/contracts/testing';
import { createHttpApp } from '@motcua/http';
import { BatchKafkaServer, createKafkajsClient } from '@motcua/kafka';
import { readTopic } from '@motcua/kafka/testing';
import { createLogger } from '@motcua/observability';
import { createServiceDatabase } from '@motcua/postgres/testing';
import { startService, toReferenceTopic, toTestTopicNames } from '@motcua/service';
import { getTestKafkaBrokers, uniqueName, waitFor } from '@motcua/testing';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Pool } from 'pg';
import { AppModule } from '../app.module.ts';
import { readConfig, service } from '../config.ts';
import { bodyLimit } from '../http/body-limit.ts';
import { openApi } from '../http/open-api.ts';
import { digitizationRole, migrateDigitization } from '../migrations/migrate-digitization.ts';
import { StoredNames } from '../files/storage/content-names.ts';
import type { ContentStore } from '../files/storage/content-store.ts';
import { createStore } from '../files/storage/create-store.ts';
import { ApplicantChangesConsumer } from '../retention/applicant-changes-consumer.ts';
import { acceptUploads } from '../uploads/accept-uploads.ts';
import { createFileKeys } from './file-keys.ts';
import type { PublishedEvent } from './dossier-history.builder.ts';

type Claims = Parameters<TestIssuer['token']>[0];
export interface Answer {
  readonly status: number;
  readonly body: Record<string, unknown>;
  readonly headers: Headers;
}

export interface DigitizationFixture {
  readonly url: string;
  readonly issuer: TestIssuer;
  /** Every route with the rule that it names. */
  readonly routes: readonly RuledRoute[];
  readonly pool: Pool;
  /** An administrator's, of the same database. */
  readonly adminUrl: string;
  readonly store: ContentStore;
  /** Where it lies. */
  readonly storeFolder: string;
  /** Whose dossiers are: dossier id → reference. */
  readonly applicants: Map<string, string | null>;
  /** The same person's by other hash keys, by the reference above. */
  readonly otherRefs: Map<string, readonly string[]>;
  /** The active hash key of who knows applicants. */
  readonly hashKey: { id: string };
  /** What dossier-intake says of corrections and erasures, oldest first; it answers two at a time. */
  readonly applicantChanges: ApplicantChanges['changes'];
  /** Follows all of them, as the service does by itself now and then. */
  followApplicants(): Promise<void>;
  call(
    path: string,
    as: Claims,
    request?: { readonly json?: object; readonly method?: string; readonly key?: string },
  ): Promise<Answer>;
  upload(path: string, as: Claims, bytes: Buffer, name?: string): Promise<Answer>;
  token(as: Claims): Promise<string>;
  publish(events: readonly PublishedEvent[]): Promise<void>;
  /** What has been published of a dossier, each checked against its contract. */
  published(dossierId: string): DigitizationEvent[];
  /** What another process needs to run on the same database, topics and folders. */
  readonly environment: Readonly<Record<string, string>>;
  /** Files in the staging folder. */
  listStaged(): Promise<string[]>;
  listContents(): Promise<string[]>;
  close(): Promise<void>;
}

const always = { validFrom: '2000-01-01', validTo: null };
const units = [
  createUnit('phu-tho', 'province', null),
  createUnit('thanh-ba', 'district-office', 'phu-tho'),
  createUnit('dong-xuan', 'commune', 'thanh-ba'),
  createUnit('khai-xuan', 'commune', 'thanh-ba'),
  createUnit('phong-tu-phap', 'department', 'thanh-ba'),
];
const limit = { amount: 3, unit: 'working-day' } as const;
const procedure = (code: string, more: Pick<ProcedureDocument, 'components' | 'results'>): ProcedureDocument => ({
  code,
  name: { vi: code },
  field: 'ho-tich',
  fieldName: { vi: 'Hộ tịch' },
  levels: ['commune'],
  limit,
  maxLimit: null,
  serviceLevel: 'partial',
  ...always,
  ...more,
});
type Component = NonNullable<ProcedureDocument['components']>[number];
const component = (code: string, exemptReason?: Component['exemptReason']): Component => ({
  code,
  name: { vi: code },
  copies: 1,
  scan: exemptReason === undefined ? 'asked' : 'exempt',
  ...(exemptReason === undefined ? {} : { exemptReason }),
});
const procedures = [
  procedure('1.000894', {
    components: [component('to-khai'), component('xac-nhan'), component('can-cuoc', 'comparison-only')],
    results: [{ code: 'giay-ket-hon', name: { vi: 'Giấy chứng nhận kết hôn' } }],
  }),
  procedure('1.004873', { components: [component('to-khai')], results: [{ code: 'xac-nhan', name: { vi: 'Giấy xác nhận' } }] }),
];

/** Threads are no part of Jest: they compile what they load by themselves. */
export const examinerExecArgv = [
  '--conditions=@motcua/source',
  '--import',
  resolve(import.meta.dirname, '../../../../libs/testing/src/jest/run-typescript.js'),
];

/** A database, topics, folders and keys of one suite's own, and a real instance of the service on them. */
export async function createDigitizationFixture(environment: Record<string, string> = {}): Promise<DigitizationFixture> {
  const own = await createServiceDatabase({
    schema: 'digitization',
    role: digitizationRole,
    migrate: migrateDigitization,
    poolSize: 5,
  });
  const { pool } = own;
  const folder = await mkdtemp(join(tmpdir(), 'digitization-'));
  const [stagingFolder, storeFolder] = [join(folder, 'staging'), join(folder, 'store')];
  const issuer = await createTestIssuer();
  const prefix = uniqueName('digitization');
  const topics = toTestTopicNames(prefix);
  const client = createKafkajsClient({ brokers: getTestKafkaBrokers().split(','), clientId: 'digitization-spec' });
  await client.admin.createTopics(
    [topics.units, topics.procedures].map((topic) => ({ name: topic, partitions: 1, compact: true })),
  );
  await client.admin.createTopics([
    { name: topics.dossierEvents, partitions: 2 },
    { name: topics.digitizationEvents, partitions: 1 },
  ]);
  const producer = client.createProducer();
  for (const { kind, records } of listReferenceRecords({ units, procedures }))
    await producer.send(toReferenceTopic(topics, kind), records);
  const overrides: DigitizationEvent[] = [];
  const consumer = await readTopic(client, {
    groupId: `${prefix}.spec`,
    topic: topics.digitizationEvents,
    onMessages: (messages) => {
      for (const { value } of messages) overrides.push(JSON.parse(value?.toString() ?? 'null') as DigitizationEvent);
    },
  });

  const applicants = new Map<string, string | null>();
  const otherRefs = new Map<string, readonly string[]>();
  const applicantChanges: ApplicantChanges['changes'] = [];
  const hashKey = { id: 'h1' };
  const logger = createLogger(service, { level: 'fatal' });
  const settings = {
    DATABASE_URL: own.url,
    KAFKA_BROKERS: getTestKafkaBrokers(),
    AUTH_JWKS: issuer.jwks,
    STORE_DIR: storeFolder,
    STAGING_DIR: stagingFolder,
    ...createFileKeys(),
    ...environment,
  };
  const config = readConfig(settings);
  const directory = {
    find: (id: string) => {
      const ref = applicants.get(id) ?? null;
      return Promise.resolve({ refs: ref === null ? [] : [ref, ...(otherRefs.get(ref) ?? [])], keyId: hashKey.id });
    },
    listChanges: (after: string) =>
      Promise.resolve(applicantChanges.filter(({ position }) => BigInt(position) > BigInt(after)).slice(0, 2)),
  };
  const app = await createHttpApp(AppModule.forRoot({ config, topicNames: topics, directory, examinerExecArgv }), {
    service,
    logger,
    openApi,
    bodyLimit,
  });
  await acceptUploads(app);
  const url = await startService(app, { host: '127.0.0.1', port: 0, logger });
  const status = () => app.get(BatchKafkaServer).listProjectionStatus()[0];
  await waitFor(() => status()?.state === 'running', { describe: 'the log to be followed' });
  const store = createStore(config, new StoredNames(pool));

  const toAnswer = async (response: Response): Promise<Answer> => ({
    status: response.status,
    headers: response.headers,
    body: (await response.json().catch(() => ({}))) as Record<string, unknown>,
  });
  return {
    url,
    issuer,
    routes: app.get(RouteRules).list(),
    pool,
    adminUrl: own.database.url,
    store,
    storeFolder,
    applicants,
    otherRefs,
    applicantChanges,
    followApplicants: () => app.get(ApplicantChangesConsumer).follow(),
    hashKey,
    environment: { ...settings, TOPICS: JSON.stringify(topics) },
    async call(path, as, { json, method = json === undefined ? 'GET' : 'POST', key } = {}) {
      const headers = {
        ...(await issuer.bearer(as)),
        ...(json === undefined ? {} : { 'content-type': 'application/json' }),
        ...(key === undefined ? {} : { 'idempotency-key': key }),
      };
      return toAnswer(
        await fetch(`${url}${path}`, { method, headers, ...(json === undefined ? {} : { body: JSON.stringify(json) }) }),
      );
    },
    async upload(path, as, bytes, fileName = 'scan.pdf') {
      const body = new FormData();
      body.set('file', new Blob([new Uint8Array(bytes)]), fileName);
      return toAnswer(await fetch(`${url}${path}`, { method: 'POST', headers: await issuer.bearer(as), body }));
    },
    token: (as) => issuer.token(as),
    async publish(events) {
      await producer.send(topics.dossierEvents, events);
    },
    published(dossierId) {
      const own = overrides.filter(({ subject }) => subject === dossierId);
      for (const event of own) digitizationEventSchemas[findDigitizationEventName(event.type) ?? 'rejected'].parse(event);
      return own;
    },
    listStaged: () => readdir(stagingFolder).catch(() => []),
    async listContents() {
      const found: string[] = [];
      for await (const { sha256 } of store.list()) found.push(sha256);
      return found.sort();
    },
    async close() {
      await app.close();
      await consumer.stop();
      await producer.close();
      await client.close();
      await issuer.close();
      await own.close();
      await rm(folder, { recursive: true });
    },
  };
}
