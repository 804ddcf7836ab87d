import { createTestIssuer, type TestIssuer } from '@motcua/auth/testing';
import { createKafkajsClient, type ProducerPort } from '@motcua/kafka';
import { createArchive, readTopic } from '@motcua/kafka/testing';
import { createLogger } from '@motcua/observability';
import { toTestTopicNames, type TopicNames } from '@motcua/service';
import { startInstance, type ServiceInstance } from '@motcua/service/testing';
import { getTestKafkaBrokers, uniqueName } from '@motcua/testing';
import { AppModule } from '../app.module.ts';
import { readConfig, service } from '../config.ts';
import { openApi } from '../http/open-api.ts';
import { randomBytes } from 'node:crypto';
import { Pool } from 'pg';
import { slaRole } from '../migrations/migrate-sla.ts';
import type { PublishedEvent } from './dossier-history.builder.ts';
import { createProgressRecord } from './progress-record.builder.ts';
import { publishReference } from './reference-fixture.ts';
import { createSlaDatabase, type StoredEvent, type SlaDatabase } from './sla-database.ts';

export type SlaInstance = ServiceInstance;

export interface SlaFixture {
  readonly sla: SlaDatabase;
  /** Connections of an administrator, who also stands in for dossier-intake: what its archive shows. */
  readonly admin: Pool;
  readonly topics: TopicNames;
  readonly issuer: TestIssuer;
  startInstance(): Promise<SlaInstance>;
  publish(events: readonly PublishedEvent[]): Promise<void>;
  /** Says on every partition that a session has ended, as the relay does. */
  endSession(session: string): Promise<void>;
  /** The relay of the dossier log stands still: nothing says any more how far the log goes. */
  stallRelay(): Promise<void>;
  resumeRelay(): void;
  /** What is on the topic of clock events by now, partition by partition. */
  readPublished(): Promise<readonly StoredEvent[]>;
  close(): Promise<void>;
}

/** A database, topics and keys of one suite's own, with the fixture's reference data, and real instances of the service on them. */
export async function createSlaFixture(): Promise<SlaFixture> {
  const sla = await createSlaDatabase();
  const admin = new Pool({ connectionString: sla.database.url, max: 2 });
  await createArchive(admin, 'intake', slaRole);
  const issuer = await createTestIssuer();
  const prefix = uniqueName('sla');
  const topics = toTestTopicNames(prefix);
  const brokers = getTestKafkaBrokers().split(',');
  const client = createKafkajsClient({ brokers, clientId: 'sla-spec' });
  const references = [topics.units, topics.procedures, topics.calendars, topics.ruleSets, topics.reasons];
  await client.admin.createTopics(references.map((topic) => ({ name: topic, partitions: 1, compact: true })));
  await client.admin.createTopics([
    { name: topics.dossierEvents, partitions: PARTITIONS },
    { name: topics.slaEvents, partitions: 1 },
  ]);
  const producer = client.createProducer();
  await publishReference(producer, topics);

  const published: StoredEvent[] = [];
  const consumer = await readTopic(client, {
    groupId: `${prefix}.spec`,
    topic: topics.slaEvents,
    onMessages: (messages) => {
      for (const { value } of messages) published.push(JSON.parse(value?.toString() ?? 'null') as StoredEvent);
    },
  });
  const instances: SlaInstance[] = [];
  const log = new ProgressWriter(producer, topics.dossierEvents);
  log.start();
  return {
    sla,
    admin,
    topics,
    issuer,
    async startInstance() {
      const instance = await startSla(sla.url, topics, issuer.jwks);
      instances.push(instance);
      return instance;
    },
    async publish(events) {
      await producer.send(topics.dossierEvents, events);
    },
    endSession: (session) => log.say([session]),
    stallRelay: () => log.stop(),
    resumeRelay: () => {
      log.start();
    },
    readPublished: () => Promise.resolve([...published]),
    async close() {
      await Promise.all(instances.map((instance) => instance.close()));
      await log.stop();
      await consumer.stop();
      await producer.close();
      await client.close();
      await issuer.close();
      await admin.end();
      await sla.close();
    },
  };
}

const PARTITIONS = 2;
const PROGRESS_MS = 200;
/** So often it promises to: a writer that stands still is noticed after three times as long. */
const PROMISE_SECONDS = 2;

/** Says again and again how far the log goes, as the relay of dossier-intake does. */
class ProgressWriter {
  #count = 0;
  #sending: Promise<void> = Promise.resolve();
  #timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly producer: ProducerPort,
    private readonly topic: string,
  ) {}

  start(): void {
    this.#timer = setInterval(() => {
      this.say([]).catch(() => undefined); // the broker is away for a moment: the next one says it
    }, PROGRESS_MS);
  }

  /** One after the other: what is said later reaches as far or further. */
  say(sessions: readonly string[]): Promise<void> {
    this.#sending = this.#sending
      .catch(() => undefined)
      .then(async () => {
        const recordedUpTo = new Date().toISOString();
        this.#count += 1;
        const records = Array.from({ length: PARTITIONS }, (_, partition) =>
          createProgressRecord({
            partition,
            recordedUpTo,
            sessions,
            nextWithinSeconds: PROMISE_SECONDS,
            id: `progress/1/${this.#count}/${partition}`,
          }),
        );
        await this.producer.send(this.topic, records);
      });
    return this.#sending;
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.#sending.catch(() => undefined);
  }
}

/** The same for every instance: what one wrote another reads. */
const reasonKeys = JSON.stringify({ active: 'k1', keys: { k1: randomBytes(32).toString('base64') } });

function startSla(databaseUrl: string, topics: TopicNames, jwks: string): Promise<SlaInstance> {
  const logger = createLogger(service, { level: 'fatal' });
  const config = readConfig({
    DATABASE_URL: databaseUrl,
    KAFKA_BROKERS: getTestKafkaBrokers(),
    AUTH_JWKS: jwks,
    REASON_KEYS: reasonKeys,
  });
  return startInstance(AppModule.forRoot({ config, topicNames: topics }), { service, logger, openApi });
}
