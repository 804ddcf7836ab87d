import { createTestIssuer } from '@motcua/auth/testing';
import { createKafkajsClient } from '@motcua/kafka';
import type { Pool } from 'pg';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as rest } from 'node:timers/promises';
import { Key256, KeyRing } from '@motcua/config';
import { StoredNames } from '../files/storage/content-names.ts';
import type { ContentStore } from '../files/storage/content-store.ts';
import { FileKeys } from '../files/storage/file-keys.ts';
import { LocalObjects } from '../files/storage/local-objects.ts';
import { SealedStore } from '../files/storage/sealed-store.ts';
import { createFileKeys } from '../testing/file-keys.ts';
import { createBenchDatabase } from './bench-database.ts';
import { createBenchTopics, publishDossiers, UNIT } from './bench-topics.ts';
import type { Target } from './send-files.ts';
import { startProcess } from './start-process.ts';

/** The service as a process of its own, with a database, topics and folders of a bench's own; everything but the topics is gone after `close`. */
export interface BenchFixture {
  readonly pool: Pool;
  readonly store: ContentStore;
  /** Where the baseline may write: on the same disk. */
  readonly folder: string;
  /** Where the next files go: to dossiers in turn, so that no two of those under way wait for one another. */
  uploads(): Promise<(index: number) => Target>;
  close(): Promise<void>;
}

/** A component takes fifty. */
const FILES_A_DOSSIER = 25;
const LEAST_DOSSIERS = 8;
const BOUNDARY = 'bench';
const envelope = {
  head: Buffer.from(`--${BOUNDARY}\r\ncontent-disposition: form-data; name="file"; filename="scan.pdf"\r\n\r\n`),
  tail: Buffer.from(`\r\n--${BOUNDARY}--\r\n`),
};

interface BenchFixtureOptions {
  /** Of a role that may create databases and roles. */
  readonly databaseUrl: string;
  readonly brokers: readonly string[];
  /** How many will be sent in all. */
  readonly files: number;
}

export async function createBenchFixture({ databaseUrl, brokers, files }: BenchFixtureOptions): Promise<BenchFixture> {
  const closings: (() => Promise<unknown>)[] = [];
  const close = async (): Promise<void> => {
    for (const closing of closings.splice(0).reverse()) await closing();
  };
  try {
    const folder = await mkdtemp(join(tmpdir(), 'motcua-bench-upload-'));
    closings.push(() => rm(folder, { recursive: true, force: true }));
    const issuer = await createTestIssuer();
    closings.push(() => issuer.close());
    const client = createKafkajsClient({ brokers, clientId: 'motcua-bench' });
    closings.push(() => client.close());
    const database = await createBenchDatabase(databaseUrl);
    closings.push(() => database.close());
    const topics = await createBenchTopics(client);

    const keys = createFileKeys();
    const service = await startProcess('../testing/run-instance.js', {
      DATABASE_URL: database.url,
      KAFKA_BROKERS: brokers.join(','),
      AUTH_JWKS: issuer.jwks,
      TOPICS: JSON.stringify(topics),
      STORE_DIR: join(folder, 'store'),
      STAGING_DIR: join(folder, 'staging'),
      ...keys,
    });
    closings.push(() => service.stop());
    const count = Math.max(LEAST_DOSSIERS, Math.ceil(files / FILES_A_DOSSIER));
    const dossiers = await publishDossiers(client, topics, count);
    await untilListed(database.pool, count);

    const fileKeys = new FileKeys(KeyRing.parse(keys.FILE_KEYS), Key256.parse(keys.FILE_NAME_KEY));
    const store = new SealedStore(new LocalObjects(join(folder, 'store')), fileKeys, new StoredNames(database.pool));
    let sent = 0;
    return {
      pool: database.pool,
      store,
      folder,
      close,
      async uploads() {
        const headers = {
          ...(await issuer.bearer({ role: 'counter', unit: UNIT })),
          'content-type': `multipart/form-data; boundary=${BOUNDARY}`,
        };
        return () => ({
          url: `${service.url}/v1/dossiers/${dossiers[sent++ % count] ?? ''}/components/1/files`,
          headers,
          envelope,
        });
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}

const LISTED_WITHIN_MS = 60_000;

/** Until every dossier has its checklist. */
async function untilListed(pool: Pool, count: number): Promise<void> {
  const deadline = Date.now() + LISTED_WITHIN_MS;
  for (;;) {
    const { rows } = await pool.query<{ listed: number }>('SELECT count(*)::int AS listed FROM digitization.dossier');
    if (rows[0]?.listed === count) return;
    if (Date.now() > deadline) throw new Error(`${rows[0]?.listed ?? 0} of ${count} dossiers have a checklist.`);
    await rest(50);
  }
}
