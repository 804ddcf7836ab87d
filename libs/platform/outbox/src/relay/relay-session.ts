import { toTransaction } from '@motcua/postgres';
import { Client, escapeIdentifier } from 'pg';

/** How long a standby or a dead server may keep us waiting for a connection. */
const connectTimeoutMs = 5_000;

/** The relay's own connection: its session holds the lock, so that a relay that dies, or is cut off, gives it up by that. */
export interface RelaySession {
  readonly client: Client;
  readonly transaction: ReturnType<typeof toTransaction>;
  /** Aborts when the connection is gone. */
  readonly lost: AbortSignal;
  close(): Promise<void>;
}

export async function openRelaySession(url: string, name: string): Promise<RelaySession> {
  const lost = new AbortController();
  const client = new Client({
    connectionString: url,
    application_name: `relay ${name}`,
    // A cursor lost in a crash repeats a few events; waiting for the disk at every turn would cost each of them.
    options: '-c synchronous_commit=off -c statement_timeout=30000',
    connectionTimeoutMillis: connectTimeoutMs,
    keepAlive: true,
  });
  client.on('error', (error) => {
    lost.abort(error);
  });
  client.on('end', () => {
    lost.abort(new Error('the connection has ended'));
  });
  await client.connect();
  return { client, transaction: toTransaction(client), lost: lost.signal, close: () => client.end().catch(() => undefined) };
}

/** Where processes that only write tell the active relay of a commit. A channel's name may have 63 bytes. */
const toChannel = (schema: string, name: string): string => `relay.${schema}.${name}`.slice(0, 63);

/** Calls `onWake` for every commit that another process tells of, from now on. */
export async function listenForWakes({ client }: RelaySession, schema: string, name: string, onWake: () => void): Promise<void> {
  client.on('notification', onWake);
  await client.query(`LISTEN ${escapeIdentifier(toChannel(schema, name))}`);
}

/** Tells the active relay, in another process, to look. */
export async function sendWake({ transaction }: RelaySession, schema: string, name: string): Promise<void> {
  await transaction.query("SELECT pg_notify($1, '')", [toChannel(schema, name)]);
}

/** One relay a name in the whole database. @returns whether this session has the lock now */
export async function tryLock({ transaction }: RelaySession, schema: string, name: string): Promise<boolean> {
  const [row] = await transaction.query<{ locked: boolean }>(
    'SELECT pg_try_advisory_lock(hashtextextended($1, 7150922)) AS locked',
    [`${schema}.${name}`],
  );
  return row?.locked === true;
}
