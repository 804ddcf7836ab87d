import { isUnanswered, networkTimeouts, serverTimeouts, toTransaction, type Transaction } from '@motcua/postgres';
import { Client, escapeIdentifier } from 'pg';
import { rest } from './rest.ts';

/** The relay's own connection: its session holds the lock, so that a relay that dies, or is cut off, gives it up by that. */
export interface RelaySession {
  readonly client: Client;
  readonly transaction: Transaction;
  /** Aborts when the connection is gone, or has not answered in time. */
  readonly lost: AbortSignal;
  close(): Promise<void>;
}

export interface SessionOptions {
  readonly url: string;
  readonly name: string;
  /** How long a statement is waited for, and how long the server keeps a session, with its lock, that asks nothing. */
  readonly timeoutMs: number;
}

const beatsATimeout = 3;
const goodByeMs = 500;

/**
 * The time-out holds on both ends. A network that goes silent, or a process that is stopped, ends no connection: so the server ends a
 * session that asks nothing, that another relay may take its place, and the relay gives up one that does not answer. While it waits for
 * Kafka it asks nevertheless.
 */
export async function openRelaySession({ url, name, timeoutMs }: SessionOptions): Promise<RelaySession> {
  const lost = new AbortController();
  const client = new Client({
    connectionString: url,
    application_name: `relay ${name}`,
    // A cursor lost in a crash repeats a few events; waiting for the disk at every turn would cost each of them.
    options: `-c synchronous_commit=off -c statement_timeout=${timeoutMs} -c idle_session_timeout=${timeoutMs} ${serverTimeouts}`,
    ...networkTimeouts,
    query_timeout: timeoutMs,
  });
  client.on('error', (error) => {
    lost.abort(error);
  });
  client.on('end', () => {
    lost.abort(new Error('the connection has ended'));
  });
  await client.connect();

  let inHand = 0;
  const watched = async <Answer>(ask: () => Promise<Answer>): Promise<Answer> => {
    inHand += 1;
    try {
      return await ask();
    } catch (error) {
      if (isUnanswered(error)) lost.abort(error);
      throw error;
    } finally {
      inHand -= 1;
    }
  };
  const plain = toTransaction(client);
  const transaction: Transaction = {
    query: (statement, parameters) => watched(() => plain.query(statement, parameters)),
    execute: (statement, parameters) => watched(() => plain.execute(statement, parameters)),
  };
  const beating = setInterval(() => {
    if (inHand === 0) transaction.query('SELECT').catch(() => undefined);
  }, timeoutMs / beatsATimeout);
  beating.unref();
  return {
    client,
    transaction,
    lost: lost.signal,
    async close() {
      clearInterval(beating);
      // On a silent network a good-bye is waited for in vain.
      const goodBye = client.end().catch(() => undefined);
      await Promise.race([goodBye, rest(goodByeMs, lost.signal)]);
      client.connection.stream.destroy();
    },
  };
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
