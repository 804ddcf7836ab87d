import { deletePostgresData, preparePlaces, startEmbeddedPostgres, type EmbeddedPostgres } from '@motcua/embedded';
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { configureServer, copyServerData, giveToServer, signalServer } from './server-data.ts';
import { waitFor } from './wait-for.ts';

/** One data folder of a cluster, with the server on it while there is one. */
interface Server {
  readonly dataDir: string;
  /** Around `data`. */
  readonly home: string;
  running: EmbeddedPostgres | undefined;
}

/**
 * A cluster of a suite's own with an archive of its log, which may be restored to a moment or failed over: whoever is connected finds the other server
 * at the same address. Everything by the server's own means: a cold copy of the data, `archive_command`, `recovery.signal`, `standby.signal`.
 */
export class OwnPostgres {
  #standby: Server | undefined;
  #copies = 0;

  private constructor(
    private readonly folder: string,
    /** What it was when it was copied. */
    private readonly base: Server,
    private primary: Server,
    /** Superuser, database `postgres`. */
    readonly url: string,
  ) {}

  /** Some 4 s. @param prepare what is in it from the beginning; nobody may be connected any more when it resolves */
  static async start(prepare: (url: string) => Promise<void> = () => Promise.resolve()): Promise<OwnPostgres> {
    const folder = await mkdtemp(join(tmpdir(), 'motcua-postgres-'));
    const first = await openServer(join(folder, 'base'));
    const { url } = await startServer(first);
    await prepare(url);
    await stopServer(first);
    const archive = join(first.home, 'archive');
    await mkdir(archive);
    await giveToServer(first.home, archive);
    await configureServer(first.home, { archive_mode: 'on', archive_command: `test ! -f ${archive}/%f && cp %p ${archive}/%f` });
    const primary = await copyServer(first, join(folder, 'primary'));
    await startServer(primary, Number(new URL(url).port));
    return new OwnPostgres(folder, first, primary, url);
  }

  /** Connections end, with all that they held. */
  async restart(): Promise<void> {
    await stopServer(this.primary);
    await startServer(this.primary, this.#port);
  }

  /** A moment to come back to. */
  async mark(name: string): Promise<void> {
    await ask(this.url, 'SELECT pg_create_restore_point($1)', [name]);
  }

  /** The cluster as it was at that moment, promoted: another timeline. */
  async restoreTo(point: string): Promise<void> {
    const [row] = await ask<{ file: string }>(this.url, 'SELECT pg_walfile_name(pg_switch_wal()) AS file');
    const isArchived = async (): Promise<boolean> =>
      (await ask(this.url, 'SELECT FROM pg_stat_archiver WHERE last_archived_wal >= $1', [row?.file])).length > 0;
    await waitFor(isArchived, { describe: 'the log to be archived', timeoutMs: 20_000 });
    await this.#replace(async (server) => {
      await configureServer(server.home, {
        restore_command: `cp ${join(this.base.home, 'archive')}/%f %p`,
        recovery_target_name: point,
        recovery_target_action: 'promote',
      });
      await signalServer(server.home, 'recovery.signal');
    });
    await waitFor(async () => !(await isInRecovery(this.url)), { describe: 'the promotion', timeoutMs: 20_000 });
  }

  /** The data as they are, for `returnTo`: what a copy of the disk holds. Connections end. */
  async copyDisk(): Promise<() => Promise<void>> {
    await stopServer(this.primary);
    const copy = await copyServer(this.primary, this.#nextFolder());
    await startServer(this.primary, this.#port);
    return async () => {
      await stopServer(this.primary);
      this.primary = copy;
      await startServer(copy, this.#port);
    };
  }

  /** A server that streams from this one, and has all of it. */
  async addStandby(): Promise<void> {
    const server = await copyServer(this.base, this.#nextFolder());
    const { hostname, port, username, password } = new URL(this.url);
    await configureServer(server.home, {
      archive_mode: 'off',
      primary_conninfo: `host=${hostname} port=${port} user=${username} password=${password}`,
    });
    await signalServer(server.home, 'standby.signal');
    await startServer(server);
    this.#standby = server;
    await this.untilStandbyHasAll();
  }

  async untilStandbyHasAll(): Promise<void> {
    const [row] = await ask<{ lsn: string }>(this.url, 'SELECT pg_current_wal_insert_lsn() AS lsn');
    const hasAll = async () =>
      (await ask(this.#standbyUrl(), 'SELECT WHERE pg_last_wal_replay_lsn() >= $1::pg_lsn', [row?.lsn])).length > 0;
    await waitFor(hasAll, { describe: 'the standby to have all', timeoutMs: 20_000 });
  }

  /** From now on the standby gets nothing: what is written is lost with the first server. */
  async cutOffStandby(): Promise<void> {
    await ask(this.#standbyUrl(), "ALTER SYSTEM SET primary_conninfo = ''");
    await ask(this.#standbyUrl(), 'SELECT pg_reload_conf()');
    const isCut = async () => (await ask(this.#standbyUrl(), 'SELECT FROM pg_stat_wal_receiver')).length === 0;
    await waitFor(isCut, { describe: 'the standby to be cut off', timeoutMs: 20_000 });
  }

  /** The first server is gone, the standby takes over at its address. */
  async failOver(): Promise<void> {
    const standby = this.#standby;
    if (standby === undefined) throw new Error('there is no standby');
    await stopServer(this.primary);
    await ask(this.#standbyUrl(), 'SELECT pg_promote()');
    await stopServer(standby);
    this.primary = standby;
    this.#standby = undefined;
    await startServer(standby, this.#port);
  }

  async close(): Promise<void> {
    for (const server of [this.primary, this.#standby]) if (server !== undefined) await stopServer(server);
    for (let copy = 0; copy <= this.#copies; copy += 1) await deletePostgresData(join(this.folder, `copy-${copy}`));
    for (const name of ['primary', 'base']) await deletePostgresData(join(this.folder, name));
    await rm(this.folder, { recursive: true, force: true });
  }

  get #port(): number {
    return Number(new URL(this.url).port);
  }

  #standbyUrl(): string {
    const url = this.#standby?.running?.url;
    if (url === undefined) throw new Error('there is no standby');
    return url;
  }

  #nextFolder(): string {
    this.#copies += 1;
    return join(this.folder, `copy-${this.#copies}`);
  }

  async #replace(prepare: (server: Server) => Promise<void>): Promise<void> {
    await stopServer(this.primary);
    const server = await copyServer(this.base, this.#nextFolder());
    await prepare(server);
    this.primary = server;
    await startServer(server, this.#port);
  }
}

async function openServer(dataDir: string): Promise<Server> {
  return { dataDir, home: (await preparePlaces(dataDir)).home, running: undefined };
}

async function startServer(server: Server, port?: number): Promise<EmbeddedPostgres> {
  const running = await startEmbeddedPostgres({ dataDir: server.dataDir, ...(port === undefined ? {} : { port }) });
  server.running = running;
  if (port !== undefined && running.port !== port)
    throw new Error(`PostgreSQL was to be at port ${port} and is at ${running.port}`);
  return running;
}

async function stopServer(server: Server): Promise<void> {
  await server.running?.stop();
  server.running = undefined;
}

async function copyServer(from: Server, dataDir: string): Promise<Server> {
  const server = await openServer(dataDir);
  await copyServerData(from.home, server.home);
  await cp(join(from.home, 'password'), join(server.home, 'password'));
  return server;
}

const isInRecovery = async (url: string): Promise<boolean> =>
  (await ask<{ is: boolean }>(url, 'SELECT pg_is_in_recovery() AS is'))[0]?.is !== false;

async function ask<Row extends pg.QueryResultRow>(url: string, sql: string, parameters: unknown[] = []): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql, parameters)).rows;
  } finally {
    await client.end();
  }
}
