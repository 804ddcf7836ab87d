import { deletePostgresData, findFreePort, startEmbeddedKafka, startEmbeddedPostgres } from '@motcua/embedded';
import { startS3Server } from '@motcua/testing';
import { join } from 'node:path';
import pg from 'pg';
import { parseEnvFile } from '../deploy/environment.ts';
import { RedisBehindADoor } from '../faults/redis-behind-a-door.ts';
import type { Addresses } from './container.ts';

export interface Infrastructure {
  /** Of everything that a deployment brings beside our image, by the names that Compose and the local overlay give it. */
  readonly addresses: Addresses;
  readonly stop: () => Promise<void>;
}

/** PostgreSQL, Kafka, Redis and a store of files as their containers are on the first day: empty, with the passwords of the secret files. */
export async function startInfrastructure(
  folder: string,
  secretFiles: Readonly<Record<string, string>>,
): Promise<Infrastructure> {
  const { S3_ACCESS_KEY_ID: accessKeyId = '', S3_SECRET_ACCESS_KEY: secretAccessKey = '' } = parseEnvFile(
    secretFiles['file-store.env'] ?? '',
  );
  const stops: (() => Promise<unknown>)[] = [];
  const started = async <Server>(starting: Promise<Server>, stop: (server: Server) => Promise<unknown>): Promise<Server> => {
    const server = await starting;
    stops.push(() => stop(server));
    return server;
  };
  const stop = async (): Promise<void> => {
    await Promise.all(stops.map((one) => one()));
    await deletePostgresData(join(folder, 'postgres'));
  };
  const starting = [
    started(startPostgres(join(folder, 'postgres'), secretFiles), (server) => server.stop()),
    started(startEmbeddedKafka({ dataDir: join(folder, 'kafka'), forTests: true, heapMb: 384 }), (server) => server.stop()),
    started(RedisBehindADoor.open(), (server) => server.close()),
    started(startS3Server({ accessKeyId, secretAccessKey }), (server) => server.stop()),
  ] as const;
  try {
    const [postgres, kafka, redis, s3] = await Promise.all(starting);
    return {
      addresses: {
        'postgres:5432': `127.0.0.1:${postgres.port}`,
        'kafka:9092': kafka.brokers,
        'redis:6379': redis.url.replace('redis://', ''),
        'file-store:8333': new URL(s3.endpoint).host,
        'mailpit:1025': `127.0.0.1:${await findFreePort()}`, // nobody: no mail is sent here
      },
      stop,
    };
  } catch (error) {
    await Promise.allSettled(starting);
    await stop();
    throw error;
  }
}

/** As the container of `postgres` is initialised: the superuser's password from its secret, and the database of POSTGRES_DB. */
async function startPostgres(dataDir: string, secretFiles: Readonly<Record<string, string>>) {
  const postgres = await startEmbeddedPostgres({ dataDir, forTests: true });
  const { POSTGRES_PASSWORD: password = '' } = parseEnvFile(secretFiles['postgres.env'] ?? '');
  const client = new pg.Client({ connectionString: postgres.url });
  await client.connect();
  try {
    await client.query('CREATE DATABASE motcua');
    await client.query(`ALTER ROLE postgres PASSWORD ${client.escapeLiteral(password)}`);
  } finally {
    await client.end();
  }
  return postgres;
}
