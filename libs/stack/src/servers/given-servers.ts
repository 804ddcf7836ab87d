import { proveKafkaReachable } from '@motcua/embedded';
import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { CliError } from '@motcua/terminal';

/** Given servers may be starting too, beside us. */
const TIMEOUT_MS = 15_000;

/** Waits until the database that `DATABASE_URL` names answers. */
export async function reachDatabase(url: string): Promise<void> {
  await retry(
    () => withClient(url, (client) => client.query('SELECT 1')),
    (cause) =>
      new CliError({
        code: 'stack.database-unreachable',
        message: `The PostgreSQL of DATABASE_URL cannot be used: ${toText(cause)}`,
        hint: 'Check the address and the password, or unset DATABASE_URL to start an embedded one.',
        cause,
      }),
  );
}

/** Waits until the brokers that `KAFKA_BROKERS` names answer. */
export async function reachKafka(brokers: string): Promise<void> {
  await retry(
    () => proveKafkaReachable(brokers),
    (cause) =>
      new CliError({
        code: 'stack.kafka-unreachable',
        message: `The Kafka of KAFKA_BROKERS (${brokers}) cannot be used: ${toText(cause)}`,
        hint: 'Check the addresses, or unset KAFKA_BROKERS to start an embedded one.',
        cause,
      }),
  );
}

/** Waits until somebody listens at an address that a variable names. */
export async function reachPort({ host, port, variable }: { host: string; port: number; variable: string }): Promise<void> {
  await retry(
    async () => {
      const socket = connect({ host, port, timeout: 5_000 });
      socket.once('timeout', () => socket.destroy(new Error('does not answer')));
      try {
        await once(socket, 'connect');
      } finally {
        socket.destroy();
      }
    },
    (cause) =>
      new CliError({
        code: 'stack.given-unreachable',
        message: `Nobody listens at ${variable} (${host}:${port}): ${toText(cause)}`,
        hint: `Check the address, or unset ${variable}.`,
        cause,
      }),
  );
}

/** Creates the database if it is not there, and returns its URL. */
export async function ensureDatabase(adminUrl: string, name: string): Promise<string> {
  await withClient(adminUrl, async (client) => {
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [name]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${pg.escapeIdentifier(name)}`);
  });
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  return url.href;
}

/** Runs `work` on a connection of its own. */
export async function withClient(url: string, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function retry(attempt: () => Promise<void>, toFailure: (cause: unknown) => CliError): Promise<void> {
  const deadline = Date.now() + TIMEOUT_MS;
  for (;;) {
    try {
      await attempt();
      return;
    } catch (cause) {
      if (Date.now() > deadline) throw toFailure(cause);
      await delay(500);
    }
  }
}

const toText = (error: unknown): string => (error instanceof Error ? error.message : String(error));
