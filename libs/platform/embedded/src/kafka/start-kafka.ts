import { mkdir, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { startChild, type ChildProcess, type ExitReport } from '../child-process.ts';
import { findFreePort } from '../free-port.ts';
import { stopOrphan } from '../orphan.ts';
import { ensureJars } from '../jars.ts';
import { openClassArchive, type ClassArchive } from './class-archive.ts';
import { findJava, toJavaArguments } from './java.ts';
import { kafkaJars } from './kafka-jars.ts';
import { proveKafkaReady } from './readiness.ts';
import type { SecureListener } from './secure-listener.ts';
import { LOG_PROPERTIES, toServerProperties, type KafkaPorts } from './settings.ts';
import { prepareStorage } from './storage.ts';

export interface EmbeddedKafkaOptions {
  /** A folder of ours alone; created if absent, kept when the broker stops. */
  readonly dataDir: string;
  /** Wanted client port; without it the one of the last start. If it is taken, another one is chosen. */
  readonly port?: number;
  readonly log?: (line: string) => void;
  /** Gives the start up; nothing is left running. */
  readonly signal?: AbortSignal | undefined;
  readonly heapMb?: number;
  /** Beside the open listener one with TLS and an account; given at the first start of a folder. */
  readonly secure?: SecureListener | undefined;
  /** `host:port` by which clients are told to come, as of a proxy before it; without it the port itself. */
  readonly advertised?: string | undefined;
  /** Starts with half the CPU and runs slower afterwards. */
  readonly forTests?: boolean;
}

export interface EmbeddedKafka {
  /** `127.0.0.1:port` */
  readonly brokers: string;
  /** `localhost:port` of the listener with TLS and accounts. */
  readonly secureBrokers?: string | undefined;
  readonly port: number;
  readonly pid: number;
  /** Resolves when the broker has ended, wanted or not. */
  readonly exited: Promise<ExitReport>;
  /** Lets the broker close its logs; kills it after 15 s. */
  stop(): Promise<void>;
}

const STOP_SIGNALS = ['SIGTERM', 'SIGKILL'] as const;
const STOP_GRACE_MS = 15_000;
const READY_TIMEOUT_MS = 90_000;

/** Starts one KRaft node on the data of the last time, or on new storage. Throws with the broker's own words if it cannot. */
export async function startEmbeddedKafka(options: EmbeddedKafkaOptions): Promise<EmbeddedKafka> {
  const log = options.log ?? (() => undefined);
  await mkdir(options.dataDir, { recursive: true });
  const home = await realpath(options.dataDir);
  await stopLeftoverKafka(home);
  await writeFile(join(home, 'log4j2.properties'), LOG_PROPERTIES);

  const last = await readPorts(home);
  let prefer: Partial<KafkaPorts> | undefined = { ...last, ...(options.port === undefined ? {} : { client: options.port }) };
  for (let attempt = 1; ; attempt++) {
    const ports = await choosePorts(prefer, options.secure !== undefined);
    await prepareStorage(home, { ports, secure: options.secure }, log);
    await writeFile(
      join(home, 'server.properties'),
      toServerProperties({ dataDir: join(home, 'data'), ports, secure: options.secure, advertised: options.advertised }),
    );
    const archive = await openClassArchive(await ensureJars(kafkaJars, log), findJava());
    const broker = await startBroker(home, { ...options, archive, log });
    const brokers = `127.0.0.1:${ports.client}`;
    const failure = await awaitReady(broker, brokers, options.signal);
    if (failure === undefined) {
      await writeFile(join(home, 'ports.json'), JSON.stringify(ports));
      return toHandle(broker, { brokers, ports, home, archive });
    }
    options.signal?.throwIfAborted();
    // The port was free a moment ago; somebody else was faster.
    if (attempt === 3 || !failure.some((line) => line.includes('Address already in use'))) {
      throw new Error(`Kafka did not start:\n${failure.join('\n')}`);
    }
    prefer = undefined;
  }
}

async function choosePorts(prefer: Partial<KafkaPorts> = {}, isSecure = false): Promise<KafkaPorts> {
  const client = await findFreePort({ prefer: prefer.client });
  const controller = await findFreePort({ prefer: prefer.controller, not: [client] });
  if (!isSecure) return { client, controller };
  return { client, controller, secure: await findFreePort({ prefer: prefer.secure, not: [client, controller] }) };
}

interface BrokerStart extends Pick<EmbeddedKafkaOptions, 'heapMb' | 'forTests'> {
  readonly archive: ClassArchive;
  readonly log: (line: string) => void;
}

async function startBroker(home: string, { heapMb = 512, forTests = false, archive, log }: BrokerStart): Promise<ChildProcess> {
  const java = await toJavaArguments('kafka.Kafka', { home, heapMb, quickStart: forTests, log });
  const args = [...archive.javaArguments, ...java, join(home, 'server.properties')];
  const broker = await startChild({ file: findJava(), args, cwd: home, onLine: log });
  await writeFile(join(home, 'kafka.pid'), String(broker.pid));
  return broker;
}

function toHandle(
  broker: ChildProcess,
  { brokers, ports, home, archive }: { brokers: string; ports: KafkaPorts; home: string; archive: ClassArchive },
): EmbeddedKafka {
  return {
    brokers,
    secureBrokers: ports.secure === undefined ? undefined : `localhost:${ports.secure}`,
    port: ports.client,
    pid: broker.pid,
    exited: broker.exited,
    async stop() {
      const { signal } = await broker.stop(STOP_SIGNALS, STOP_GRACE_MS);
      // Told to stop, Java ends by itself, with a code.
      await (signal === null ? archive.keep() : archive.discard());
      await rm(join(home, 'kafka.pid'), { force: true });
    },
  };
}

/** Stops a broker that an earlier run, killed, left behind: it would hold the lock on its storage. */
export async function stopLeftoverKafka(dataDir: string): Promise<boolean> {
  const home = await realpath(dataDir).catch(() => undefined);
  const pid = home === undefined ? 0 : Number(await readFile(join(home, 'kafka.pid'), 'utf8').catch(() => 0));
  if (home === undefined || pid === 0) return false;
  return stopOrphan(pid, { commandContains: home, signals: STOP_SIGNALS, graceMs: STOP_GRACE_MS });
}

async function readPorts(home: string): Promise<Partial<KafkaPorts>> {
  const text = await readFile(join(home, 'ports.json'), 'utf8').catch(() => '{}');
  return JSON.parse(text) as Partial<KafkaPorts>;
}

/** `undefined` once it can be used; the broker's last lines if it ended or is not ready in time. */
async function awaitReady(broker: ChildProcess, brokers: string, signal?: AbortSignal): Promise<readonly string[] | undefined> {
  const deadline = Date.now() + READY_TIMEOUT_MS;
  while (!broker.hasExited()) {
    const failure = await proveKafkaReady(brokers).then(() => undefined, String);
    if (failure === undefined) return undefined;
    if (signal?.aborted === true || Date.now() > deadline)
      return [...(await broker.stop(STOP_SIGNALS, STOP_GRACE_MS)).lastLines, failure];
    await delay(100);
  }
  return (await broker.exited).lastLines;
}
