import { deletePostgresData, startEmbeddedKafka, startEmbeddedPostgres } from '@motcua/embedded';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Progress } from '@motcua/terminal';

export interface BenchServers {
  /** Of a role that may create databases. */
  readonly databaseUrl: string;
  /** Comma separated; only where Kafka is wanted. */
  readonly brokers?: string;
}

/** Runs `work` against the servers given by DATABASE_URL and KAFKA_BROKERS, or against some of its own that are gone afterwards. */
export async function withBenchServers<T>(
  progress: Progress,
  { kafka: wantsKafka }: { readonly kafka: boolean },
  work: (servers: BenchServers) => Promise<T>,
): Promise<T> {
  const { DATABASE_URL: databaseUrl, KAFKA_BROKERS: brokers } = process.env;
  if (databaseUrl !== undefined && !wantsKafka) return work({ databaseUrl });
  if (databaseUrl !== undefined && brokers !== undefined) return work({ databaseUrl, brokers });

  const folder = await mkdtemp(join(tmpdir(), 'motcua-bench-'));
  const places = { postgres: join(folder, 'postgres'), kafka: join(folder, 'kafka') };
  const stops: (() => Promise<void>)[] = [];
  try {
    const servers = await progress.step(wantsKafka ? 'PostgreSQL and Kafka' : 'PostgreSQL', async () => {
      const postgres = await startEmbeddedPostgres({ dataDir: places.postgres });
      stops.push(() => postgres.stop());
      if (!wantsKafka) return { databaseUrl: postgres.url };
      const kafka = await startEmbeddedKafka({ dataDir: places.kafka });
      stops.push(() => kafka.stop());
      return { databaseUrl: postgres.url, brokers: kafka.brokers };
    });
    return await work(servers);
  } finally {
    for (const stop of stops.reverse()) await stop();
    await deletePostgresData(places.postgres);
    await rm(folder, { recursive: true, force: true });
  }
}
