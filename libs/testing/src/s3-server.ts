import { ensureJars, findFreePort, findJava, startChild, type ChildProcess } from '@motcua/embedded';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { waitFor } from './wait-for.ts';

const s3proxyJars = { name: 's3proxy', pomFile: resolve(import.meta.dirname, '../s3proxy/pom.xml') };
const ATTEMPTS = 3;

export interface S3Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

const ownAccount: S3Credentials = { accessKeyId: 'motcua', secretAccessKey: 'only-for-tests' };

/** An S3-compatible server without buckets, which takes requests signed with its account and refuses others. */
export interface S3Server {
  readonly endpoint: string;
  readonly credentials: S3Credentials;
  readonly stop: () => Promise<void>;
}

/**
 * Starts S3Proxy over memory, in some 3 s. It checks signatures and speaks S3's words for what is missing; checksums that a request
 * carries it does not look at.
 */
export async function startS3Server(credentials: S3Credentials = ownAccount): Promise<S3Server> {
  const jars = await ensureJars(s3proxyJars, () => undefined);
  const folder = await mkdtemp(join(tmpdir(), 'motcua-s3-'));
  await writeFile(join(folder, 'logback.xml'), '<configuration />');
  for (let attempt = 1; ; attempt += 1) {
    const endpoint = `http://127.0.0.1:${await findFreePort()}`;
    await writeFile(join(folder, 's3proxy.properties'), toProperties(endpoint, credentials));
    const java = [
      '-Xmx256m',
      '-XX:+UseSerialGC',
      '-XX:TieredStopAtLevel=1',
      `-Dlogback.configurationFile=${join(folder, 'logback.xml')}`,
    ];
    const main = ['-cp', join(jars, '*'), 'org.gaul.s3proxy.Main', '--properties', join(folder, 's3proxy.properties')];
    const server = await startChild({ file: findJava(), args: [...java, ...main], onLine: () => undefined });
    if (await becomesReady(server, endpoint)) {
      const stop = async (): Promise<void> => {
        await server.stop(['SIGTERM', 'SIGKILL'], 5_000);
        await rm(folder, { recursive: true });
      };
      return { endpoint, credentials, stop };
    }
    // The port was free a moment ago; somebody else may have been faster.
    const { lastLines } = await server.exited;
    if (attempt === ATTEMPTS) throw new Error(`S3Proxy did not start:\n${lastLines.join('\n')}`);
  }
}

const toProperties = (endpoint: string, { accessKeyId, secretAccessKey }: S3Credentials): string =>
  [
    `s3proxy.endpoint=${endpoint}`,
    's3proxy.authorization=aws-v4',
    `s3proxy.identity=${accessKeyId}`,
    `s3proxy.credential=${secretAccessKey}`,
    's3proxy.ignore-unknown-headers=true',
    'jclouds.provider=transient-nio2',
    'jclouds.identity=none',
    'jclouds.credential=none',
  ].join('\n');

/** Once it answers, be it with a refusal; false when it has ended. */
const becomesReady = (server: ChildProcess, endpoint: string): Promise<boolean> =>
  waitFor(
    async () => {
      if (server.hasExited()) return 'ended';
      const { status } = await fetch(endpoint);
      return status === 403 && 'ready';
    },
    { describe: 'S3Proxy to answer', timeoutMs: 60_000, intervalMs: 100 },
  ).then((state) => state === 'ready');
