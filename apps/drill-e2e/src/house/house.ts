import {
  deletePostgresData,
  findFreePort,
  startEmbeddedKafka,
  startEmbeddedPostgres,
  type EmbeddedKafka,
  type EmbeddedPostgres,
} from '@motcua/embedded';
import { FaultProxy, startRedisServer, type RedisServer } from '@motcua/testing';
import { MailBox, readStackFile, startStack, type RunningStack } from '@motcua/testing/stack';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as rest } from 'node:timers/promises';
import pg from 'pg';
import { OwnServer } from './own-server.ts';

/** Who gives a campaign up does not wait for what cannot be healed any more. */
const HEALED_WITHIN_MS = 10_000;

/** A stack on servers of the campaign's own, each behind a proxy: whatever a service asks of them passes there. */
export class House {
  /** Whatever would outlive a schedule that is given up half-way: a disk that is mounted, a process that stands still, a second instance. */
  readonly unhealed = new Set<() => Promise<void>>();
  /** From then on nothing strikes any more. */
  isClosing = false;
  /** How often the log has lost something: what was read of it before counts no longer. */
  logGeneration = 0;
  /** Records that are declared void, as `<topic>/<partition>/<offset>/<event id>`: a restored database never had them. */
  readonly void = new Set<string>();

  private constructor(
    readonly stack: RunningStack,
    readonly postgres: OwnServer<EmbeddedPostgres>,
    readonly kafka: OwnServer<EmbeddedKafka>,
    /** The queue of deliveries lies in it; it keeps nothing. */
    readonly redis: RedisServer,
    /** Before each server. */
    readonly ways: { readonly postgres: FaultProxy; readonly kafka: FaultProxy; readonly redis: FaultProxy },
    readonly mails: MailBox,
    /** A superuser's address that leads past the proxy. */
    readonly database: string,
    /** What the servers keep: `postgres` and `kafka` in it. */
    readonly folder: string,
  ) {}

  /** Some 40 s. On failure nothing is left running. */
  static async open(): Promise<House> {
    const folder = await mkdtemp(join(tmpdir(), 'motcua-drill-'));
    const closing: (() => Promise<unknown>)[] = [() => deleteData(folder)];
    try {
      const [toPostgres, toKafka] = [await FaultProxy.listen(), await FaultProxy.listen()];
      const redis = await startRedisServer();
      const toRedis = await FaultProxy.before(redis.url);
      closing.push(
        () => redis.stop(),
        () => toRedis.proxy.close(),
        () => toPostgres.close(),
        () => toKafka.close(),
      );
      const [postgresPort, kafkaPort] = await findTwoPorts();
      // Durable, unlike a server of specs: what it has acknowledged outlives its death.
      const startPostgres = () => startEmbeddedPostgres({ dataDir: join(folder, 'postgres'), port: postgresPort });
      const advertised = toKafka.address;
      const startKafka = () => startEmbeddedKafka({ dataDir: join(folder, 'kafka'), port: kafkaPort, advertised, heapMb: 384 });
      toPostgres.open(`127.0.0.1:${postgresPort}`);
      toKafka.open(`127.0.0.1:${kafkaPort}`);
      const postgres = await OwnServer.start(startPostgres);
      closing.push(() => postgres.leave());
      const kafka = await OwnServer.start(startKafka);
      closing.push(() => kafka.leave());
      const mails = await MailBox.open();
      closing.push(() => mails.close());
      const database = await createDatabase(postgres.running.url);
      const through = new URL(database);
      through.host = toPostgres.address;
      const env = {
        DATABASE_URL: through.href,
        KAFKA_BROKERS: advertised,
        REDIS_URL: toRedis.url,
        SMTP_URL: mails.url,
        LOG_PROGRESS_IDLE_SECONDS: '1',
      };
      const stack = await startStack(['--no-scenario', '--no-simulate'], env);
      const ways = { postgres: toPostgres, kafka: toKafka, redis: toRedis.proxy };
      return new House(stack, postgres, kafka, redis, ways, mails, database, folder);
    } catch (error) {
      for (const close of closing.reverse()) await close();
      throw error;
    }
  }

  /** The process of a service as it runs now. */
  async pidOf(service: string): Promise<number> {
    const { services } = await readStackFile(this.stack.home);
    const pid = services[service]?.pid;
    if (pid === undefined) throw new Error(`The stack has no service ${service}.`);
    return pid;
  }

  async listServices(): Promise<string[]> {
    return Object.keys((await readStackFile(this.stack.home)).services);
  }

  /** Looks into the database as its administrator does, past the proxy. */
  async query<Row extends pg.QueryResultRow>(sql: string, values: unknown[] = []): Promise<Row[]> {
    const client = new pg.Client({ connectionString: this.database, application_name: 'drill', connectionTimeoutMillis: 5_000 });
    client.on('error', () => undefined);
    try {
      await client.connect();
      return (await client.query<Row>(sql, values)).rows;
    } finally {
      await client.end().catch(() => undefined);
    }
  }

  async close(): Promise<void> {
    this.isClosing = true;
    for (const heal of this.unhealed) {
      this.unhealed.delete(heal);
      await Promise.race([heal().catch(() => undefined), rest(HEALED_WITHIN_MS, undefined, { ref: false })]);
    }
    await this.stack.stop();
    await this.mails.close();
    await Promise.all([this.kafka.leave(), this.postgres.leave(), this.redis.stop()]);
    await Promise.all(Object.values(this.ways).map((way) => way.close()));
    await deleteData(this.folder);
  }
}

/** Also data that had to live elsewhere, because root starts PostgreSQL as somebody else. */
async function deleteData(folder: string): Promise<void> {
  await deletePostgresData(join(folder, 'postgres'));
  await rm(folder, { recursive: true, force: true });
}

async function findTwoPorts(): Promise<[number, number]> {
  const first = await findFreePort();
  return [first, await findFreePort({ not: [first] })];
}

async function createDatabase(adminUrl: string): Promise<string> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  await client.query('CREATE DATABASE motcua');
  await client.end();
  const url = new URL(adminUrl);
  url.pathname = '/motcua';
  return url.href;
}
