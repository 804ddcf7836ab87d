import { toTransaction, type Transaction } from '@motcua/postgres';
import type { Pool } from 'pg';
import { IDLE_MS } from './session.ts';

export interface LogoutToken {
  readonly provider: string;
  readonly jti: string;
  readonly expiresAt: Date;
}

/** The ways in which sessions end. Each answers the hashes of those that did: their streams have to be closed, here and elsewhere. */
export class SessionEndsStore {
  readonly #database: Transaction;

  constructor(pool: Pool) {
    this.#database = toTransaction(pool);
  }

  endOne = (idHash: string): Promise<string[]> => this.#end(`id_hash = decode($1, 'hex')`, [idHash]);

  endOfSubject = (provider: string, subject: string): Promise<string[]> =>
    this.#end('provider = $1 AND provider_subject = $2', [provider, subject]);

  endOfProviderSession = (provider: string, providerSid: string): Promise<string[]> =>
    this.#end('provider = $1 AND provider_sid = $2', [provider, providerSid]);

  /** What is over anyway, and logout tokens that could not work any more. */
  async sweep(now: Date): Promise<string[]> {
    await this.#database.execute('DELETE FROM logout_token WHERE expires_at < $1', [now]);
    return this.#end('ends_at <= $1 OR (seen_at <= $2 AND NOT is_wall)', [now, new Date(now.getTime() - IDLE_MS)]);
  }

  /** @returns whether it is the first time that this one is shown */
  async spend({ provider, jti, expiresAt }: LogoutToken): Promise<boolean> {
    const text = 'INSERT INTO logout_token (provider, jti, expires_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING';
    return (await this.#database.execute(text, [provider, jti, expiresAt])) === 1;
  }

  async #end(which: string, parameters: readonly unknown[]): Promise<string[]> {
    const text = `DELETE FROM session WHERE ${which} RETURNING encode(id_hash, 'hex') AS hash`;
    return (await this.#database.query<{ hash: string }>(text, parameters)).map(({ hash }) => hash);
  }
}
