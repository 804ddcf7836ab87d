import {
  createTopics,
  startEmbeddedKafka,
  startEmbeddedPostgres,
  type EmbeddedKafka,
  type EmbeddedPostgres,
} from '@motcua/embedded';
import { ensureDatabase, reachDatabase, reachKafka } from './given-servers.ts';
import { supervise, type SupervisionEvent } from '../processes/supervise.ts';
import type { StackParts } from '../processes/stack-parts.ts';
import type { StackPaths } from '../state/stack-paths.ts';
import { toTopicSpecs } from './topics.ts';

export interface Infrastructure {
  /** Superuser URL of the product's database. */
  readonly adminUrl: string;
  readonly brokers: string;
}

export interface InfrastructureOptions {
  readonly paths: StackPaths;
  readonly env: NodeJS.ProcessEnv;
  /** Takes what was started, also when the rest fails: whoever owns the parts stops them. */
  readonly parts: Pick<StackParts, 'openLog' | 'add'>;
  readonly onEvent: (event: SupervisionEvent) => void;
  readonly say: (detail: string) => void;
  /** Given up by Ctrl-C, a first start at once. */
  readonly signal: AbortSignal;
  /** Runs as soon as the database answers, while Kafka still starts. */
  readonly migrate: (adminUrl: string) => Promise<void>;
}

/** Of the embedded server. */
export const DATABASE = 'motcua';

/** PostgreSQL with its schemas and Kafka with its topics, side by side: the given ones (`DATABASE_URL`, `KAFKA_BROKERS`) or our own. */
export async function startInfrastructure(options: InfrastructureOptions): Promise<Infrastructure> {
  const [postgres, kafka] = await Promise.allSettled([prepareDatabase(options), prepareKafka(options)]);
  // Both have ended by now, so that nothing starts while everything is being stopped.
  if (postgres.status === 'rejected') throw postgres.reason;
  if (kafka.status === 'rejected') throw kafka.reason;
  return { adminUrl: postgres.value, brokers: kafka.value };
}

async function prepareDatabase(options: InfrastructureOptions): Promise<string> {
  const { DATABASE_URL: given = '' } = options.env;
  if (given !== '') await reachDatabase(given);
  const adminUrl = given === '' ? await ensureDatabase(await startPostgres(options), DATABASE) : given;
  options.say('PostgreSQL answers, preparing schemas');
  await options.migrate(adminUrl);
  options.say('schemas are ready, waiting for Kafka');
  return adminUrl;
}

async function prepareKafka(options: InfrastructureOptions): Promise<string> {
  const { KAFKA_BROKERS: given = '' } = options.env;
  if (given !== '') await reachKafka(given);
  const brokers = given === '' ? await startKafka(options) : given;
  await createTopics(brokers, toTopicSpecs({ embedded: given === '' }));
  options.say('Kafka answers');
  return brokers;
}

async function startPostgres({ paths, parts, onEvent, signal }: InfrastructureOptions): Promise<string> {
  const { write: log } = parts.openLog('postgres');
  const start = (port?: number): Promise<EmbeddedPostgres> =>
    startEmbeddedPostgres({ dataDir: paths.postgres, log, signal, ...(port === undefined ? {} : { port }) });
  const server = await start();
  parts.add(supervise('postgres', server, { start: () => start(server.port), onEvent }));
  return server.url;
}

async function startKafka({ paths, parts, onEvent, signal }: InfrastructureOptions): Promise<string> {
  const { write: log } = parts.openLog('kafka');
  const start = (port?: number): Promise<EmbeddedKafka> =>
    startEmbeddedKafka({ dataDir: paths.kafka, log, signal, ...(port === undefined ? {} : { port }) });
  const broker = await start();
  parts.add(supervise('kafka', broker, { start: () => start(broker.port), onEvent }));
  return broker.brokers;
}
