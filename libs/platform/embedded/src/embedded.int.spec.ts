import { afterAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { isAlive } from './orphan.ts';
import { createTopics } from './kafka/create-topics.ts';
import { createProbeClient } from './kafka/client.ts';
import { startEmbeddedKafka } from './kafka/start-kafka.ts';
import { deletePostgresData } from './postgres/places.ts';
import { startEmbeddedPostgres } from './postgres/start-postgres.ts';
import { findFreePort } from './free-port.ts';

const folder = await mkdtemp(join(tmpdir(), 'motcua-embedded-'));

afterAll(async () => {
  await Promise.all([deletePostgresData(join(folder, 'postgres')), deletePostgresData(join(folder, 'other'))]);
  await rm(folder, { recursive: true, force: true });
});

describe('an embedded PostgreSQL', () => {
  const dataDir = join(folder, 'postgres');
  const query = async (url: string, text: string): Promise<unknown[]> => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    const { rows } = await client.query<Record<string, unknown>>(text);
    await client.end();
    return rows;
  };

  it('keeps its data, its port and its password when it is stopped and started', async () => {
    const first = await startEmbeddedPostgres({ dataDir, forTests: true });
    await query(first.url, 'CREATE TABLE kept AS SELECT 42 AS answer');
    await first.stop();
    expect(isAlive(first.pid)).toBe(false);

    const second = await startEmbeddedPostgres({ dataDir, forTests: true });
    expect(second.url).toBe(first.url);
    expect(await query(second.url, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
    await second.stop();
  });

  it('starts again after a SIGKILL of the server', async () => {
    const first = await startEmbeddedPostgres({ dataDir, forTests: true });
    process.kill(first.pid, 'SIGKILL');
    expect((await first.exited).signal).toBe('SIGKILL');

    const second = await startEmbeddedPostgres({ dataDir, forTests: true });
    expect(await query(second.url, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
    await second.stop();
  });

  it('takes over from a server that an earlier run left behind', async () => {
    const orphan = await startEmbeddedPostgres({ dataDir, forTests: true });
    const heir = await startEmbeddedPostgres({ dataDir, forTests: true });
    expect(isAlive(orphan.pid)).toBe(false);
    expect(await query(heir.url, 'SHOW max_prepared_transactions')).toEqual([{ max_prepared_transactions: '0' }]);
    await heir.stop();
  });

  it('chooses another port when its own is taken', async () => {
    const blocker = await startEmbeddedPostgres({ dataDir: join(folder, 'other'), forTests: true });
    const server = await startEmbeddedPostgres({ dataDir, port: blocker.port, forTests: true });
    expect(server.port).not.toBe(blocker.port);
    await Promise.all([server.stop(), blocker.stop()]);
  });
});

describe('an embedded Kafka', () => {
  const dataDir = join(folder, 'kafka');
  const options = { dataDir, forTests: true, heapMb: 256 };
  const listTopics = async (brokers: string): Promise<string[]> => {
    const admin = createProbeClient(brokers).admin();
    await admin.connect();
    const topics = await admin.listTopics();
    await admin.disconnect();
    return topics;
  };

  it('keeps its topics over a stop, a change of its port and a SIGKILL', async () => {
    const first = await startEmbeddedKafka(options);
    await createTopics(first.brokers, [{ topic: 'kept', partitions: 3 }]);
    await first.stop();
    expect(isAlive(first.pid)).toBe(false);

    const elsewhere = await findFreePort({ not: [first.port] });
    const second = await startEmbeddedKafka({ ...options, port: elsewhere });
    expect(second.brokers).toBe(`127.0.0.1:${elsewhere}`);
    expect(await listTopics(second.brokers)).toContain('kept');
    process.kill(second.pid, 'SIGKILL');
    await second.exited;

    const third = await startEmbeddedKafka(options);
    expect(await listTopics(third.brokers)).toContain('kept');
    await third.stop();
  }, 300_000); // The first start on a machine fetches Kafka, and its stop writes down the classes that were loaded.
});
