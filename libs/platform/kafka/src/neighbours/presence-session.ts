import { networkTimeouts, serverTimeouts, toTransaction, type Transaction } from '@motcua/postgres';
import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';

export interface PresenceOptions {
  readonly url: string;
  /** Shown in `pg_stat_activity`. */
  readonly name: string;
  /** Whose presence it is. */
  readonly instance: string;
}

const answerWithinMs = 5_000;
const goodByeMs = 500;
const takeEveryMs = 50;
/** Of the lock of an instance: apart from those of other uses by the seed. */
const toKey = (instance: string): string => `hashtextextended(${instance}, 5600056)`;

/**
 * A database connection that is there to be there: it holds the lock of this instance, and looks at those of others. When the process dies its kernel ends the
 * connection, and the server frees the lock in the same moment; a process that is stopped, or busy, keeps both. No transaction is ever open on it.
 */
export class PresenceSession {
  private constructor(
    private readonly client: Client,
    private readonly database: Transaction,
    /** Aborts when the connection is gone, and the lock with it. */
    readonly lost: AbortSignal,
  ) {}

  /** Resolves when the lock is held. Rejects where the database does not answer. */
  static async open({ url, name, instance }: PresenceOptions): Promise<PresenceSession> {
    const lost = new AbortController();
    const client = new Client({
      connectionString: url,
      application_name: `presence ${name}`,
      options: serverTimeouts,
      ...networkTimeouts,
      query_timeout: answerWithinMs,
    });
    client.on('error', (error) => {
      lost.abort(error);
    });
    client.on('end', () => {
      lost.abort(new Error('the connection has ended'));
    });
    const session = new PresenceSession(client, toTransaction(client), lost.signal);
    try {
      await client.connect();
      // Who looks at it has it for that moment.
      while (!(await session.#take(instance))) await delay(takeEveryMs);
      return session;
    } catch (error) {
      await session.close();
      throw error;
    }
  }

  /** Those of the instances whose lock nobody holds. */
  async listAbsent(instances: readonly string[]): Promise<ReadonlySet<string>> {
    // Shared, so that two who look are not taken for the instance itself; given back with the statement, which is a transaction of its own.
    const rows = await this.#ask<{ instance: string; is_free: boolean }>(
      'list absent',
      `SELECT instance, pg_try_advisory_xact_lock_shared(${toKey('instance')}) AS is_free FROM unnest($1::text[]) AS instance`,
      [instances],
    );
    return new Set(rows.filter(({ is_free }) => is_free).map(({ instance }) => instance));
  }

  async close(): Promise<void> {
    // On a silent network a good-bye is waited for in vain.
    if (!this.lost.aborted)
      await Promise.race([this.client.end().catch(() => undefined), delay(goodByeMs, undefined, { ref: false })]);
    this.client.connection.stream.destroy();
  }

  async #take(instance: string): Promise<boolean> {
    const [row] = await this.#ask<{ taken: boolean }>('take', `SELECT pg_try_advisory_lock(${toKey('$1')}) AS taken`, [instance]);
    return row?.taken === true;
  }

  /** A connection that does not answer in time is given up. */
  async #ask<Row extends object>(name: string, text: string, parameters: readonly unknown[]): Promise<Row[]> {
    try {
      return await this.database.query<Row>({ name, text }, parameters);
    } catch (error) {
      this.client.connection.stream.destroy();
      throw error;
    }
  }
}
