import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { startChild, type ChildProcess, type ExitReport } from '../child-process.ts';
import { findFreePort } from '../free-port.ts';
import { stopOrphan } from '../orphan.ts';
import { executable } from './binaries.ts';
import { prepareCluster } from './initdb.ts';
import { findHome, preparePlaces, type PostgresPlaces } from './places.ts';
import { toServerArguments } from './settings.ts';

export interface EmbeddedPostgresOptions {
  /** A folder of ours alone; created if absent, kept when the server stops. */
  readonly dataDir: string;
  /** Wanted port; without it the one of the last start. If it is taken, another one is chosen. */
  readonly port?: number;
  readonly log?: (line: string) => void;
  /** Gives the start up; nothing is left running. */
  readonly signal?: AbortSignal | undefined;
  /** Switches fsync and its companions off. */
  readonly forTests?: boolean;
}

export interface EmbeddedPostgres {
  /** Superuser, database `postgres`. */
  readonly url: string;
  readonly port: number;
  readonly pid: number;
  /** Resolves when the server has ended, wanted or not. */
  readonly exited: Promise<ExitReport>;
  /** Fast shutdown: sessions are cut off, everything committed is on disk. */
  stop(): Promise<void>;
}

const STOP_SIGNALS = ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const;
const STOP_GRACE_MS = 15_000;
const READY_TIMEOUT_MS = 60_000;

/** Starts PostgreSQL on the data of the last time, or on a new cluster. Throws with the server's own words if it cannot. */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const log = options.log ?? (() => undefined);
  const places = await preparePlaces(options.dataDir);
  await stopLeftoverPostgres(options.dataDir);
  const password = await prepareCluster(places, log);

  const portFile = join(places.home, 'port');
  let prefer: number | undefined = options.port ?? Number(await readFile(portFile, 'utf8').catch(() => 0));
  for (let attempt = 1; ; attempt++) {
    const port = await findFreePort({ prefer: prefer === 0 ? undefined : prefer });
    const url = `postgres://postgres:${password}@127.0.0.1:${port}/postgres`;
    const server = await startServer(places, port, options.forTests ?? false, log);
    const failure = await awaitReady(server, url, options.signal);
    if (failure === undefined) {
      await writeFile(portFile, String(port));
      return toHandle(server, { url, port, home: places.home });
    }
    options.signal?.throwIfAborted();
    // The port was free a moment ago; somebody else was faster.
    if (attempt === 3 || !failure.some((line) => line.includes('Address already in use'))) {
      throw new Error(`PostgreSQL did not start:\n${failure.join('\n')}`);
    }
    prefer = undefined;
  }
}

async function startServer(
  places: PostgresPlaces,
  port: number,
  forTests: boolean,
  log: (line: string) => void,
): Promise<ChildProcess> {
  return startChild({
    file: executable(places.binaries, 'postgres'),
    args: toServerArguments({ dataDir: join(places.home, 'data'), port, forTests }),
    user: places.user,
    env: { ...process.env, LC_ALL: 'C' },
    onLine: log,
  });
}

function toHandle(server: ChildProcess, { url, port, home }: { url: string; port: number; home: string }): EmbeddedPostgres {
  return {
    url,
    port,
    pid: server.pid,
    exited: server.exited,
    async stop() {
      await server.stop(STOP_SIGNALS, STOP_GRACE_MS);
      await rm(join(home, 'data', 'postmaster.pid'), { force: true });
    },
  };
}

/**
 * Stops a server that an earlier run, killed, left behind, and removes its lock file: the process id in it may be somebody
 * else's by now. Answers whether a server was running.
 */
export async function stopLeftoverPostgres(dataDir: string): Promise<boolean> {
  const home = await findHome(dataDir);
  const data = join(home, 'data');
  const lockFile = join(data, 'postmaster.pid');
  const lock = await readFile(lockFile, 'utf8').catch(() => undefined);
  if (lock === undefined) return false;
  const pid = Number(lock.split('\n')[0]);
  const stopped = await stopOrphan(pid, { commandContains: data, signals: STOP_SIGNALS, graceMs: STOP_GRACE_MS });
  await rm(lockFile, { force: true });
  return stopped;
}

/** `undefined` once it answers a query; the server's last lines if it ended or is not ready in time. */
async function awaitReady(server: ChildProcess, url: string, signal?: AbortSignal): Promise<readonly string[] | undefined> {
  const deadline = Date.now() + READY_TIMEOUT_MS;
  while (!server.hasExited()) {
    if (await answers(url)) return undefined;
    if (signal?.aborted === true || Date.now() > deadline) return (await server.stop(STOP_SIGNALS, STOP_GRACE_MS)).lastLines;
    await delay(30);
  }
  return (await server.exited).lastLines;
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('SELECT 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}
