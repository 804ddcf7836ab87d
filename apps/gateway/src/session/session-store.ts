import { toTransaction, type ColumnCipher, type Transaction } from '@motcua/postgres';
import type { Pool } from 'pg';
import { columns, openTokens, sealTokens, toSession, type SessionRow } from './session-row.ts';
import { IDLE_MS, type ProviderTokens, type Session } from './session.ts';

/** As what a session goes on. */
export interface MovedSession extends Pick<Session, 'idHash' | 'post' | 'isWall'> {
  readonly now: Date;
}

/** Sessions in PostgreSQL, the one place that decides whether there is one. */
export class SessionStore {
  readonly #database: Transaction;

  constructor(
    pool: Pool,
    private readonly cipher: ColumnCipher,
  ) {
    this.#database = toTransaction(pool);
  }

  async add(session: Session, tokens: ProviderTokens): Promise<void> {
    const { idHash, sid, provider, providerSubject, providerSid, person, post, startedAt, seenAt, endsAt } = session;
    await this.#database.execute(
      `INSERT INTO session (id_hash, sid, provider, provider_subject, provider_sid, person, post, sealed, key_id,
         started_at, seen_at, ends_at, refresh_at, refreshed_at)
       VALUES (decode($1, 'hex'), $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
      [
        ...[idHash, sid, provider, providerSubject, providerSid ?? null, JSON.stringify(person)],
        ...[post === undefined ? null : JSON.stringify(post), sealTokens(this.cipher, sid, tokens), this.cipher.activeKeyId],
        ...[startedAt, seenAt, endsAt, session.refreshAt, session.refreshedAt],
      ],
    );
  }

  async find(idHash: string): Promise<Session | undefined> {
    const text = `SELECT ${columns} FROM session WHERE id_hash = decode($1, 'hex')`;
    const [row] = await this.#database.query<SessionRow>({ name: 'find-session', text }, [idHash]);
    return row === undefined ? undefined : toSession(row);
  }

  async findTokens(idHash: string): Promise<ProviderTokens | undefined> {
    const text = `SELECT ${columns} FROM session WHERE id_hash = decode($1, 'hex')`;
    const [row] = await this.#database.query<SessionRow>({ name: 'find-session', text }, [idHash]);
    return row === undefined ? undefined : openTokens(this.cipher, row);
  }

  async touch(idHash: string, now: Date): Promise<void> {
    await this.#database.execute(`UPDATE session SET seen_at = greatest(seen_at, $2) WHERE id_hash = decode($1, 'hex')`, [
      idHash,
      now,
    ]);
  }

  /** The session under another secret, in one step: the former one opens nothing any more. @returns whether it was still there */
  async move(idHash: string, to: MovedSession): Promise<boolean> {
    const post = to.post === undefined ? null : JSON.stringify(to.post);
    const moved = await this.#database.execute(
      `UPDATE session SET id_hash = decode($2, 'hex'), post = $3, is_wall = $4, seen_at = $5 WHERE id_hash = decode($1, 'hex')`,
      [idHash, to.idHash, post, to.isWall, to.now],
    );
    return moved === 1;
  }

  /** For one of several replicas: whoever gets it asks the provider. @returns what to ask with; undefined where another does */
  async claimRefresh(idHash: string, now: Date, next: Date): Promise<ProviderTokens | undefined> {
    const [row] = await this.#database.query<SessionRow>(
      `UPDATE session SET refresh_at = $3 WHERE id_hash = decode($1, 'hex') AND refresh_at <= $2 RETURNING ${columns}`,
      [idHash, now, next],
    );
    return row === undefined ? undefined : openTokens(this.cipher, row);
  }

  async retryRefresh(idHash: string, at: Date): Promise<void> {
    await this.#database.execute(`UPDATE session SET refresh_at = $2 WHERE id_hash = decode($1, 'hex')`, [idHash, at]);
  }

  async keepRefreshed({ idHash, sid, person, refreshedAt, refreshAt }: Session, tokens: ProviderTokens): Promise<void> {
    await this.#database.execute(
      `UPDATE session SET person = $2, sealed = $3, key_id = $4, refreshed_at = $5, refresh_at = $6 WHERE id_hash = decode($1, 'hex')`,
      [
        ...[idHash, JSON.stringify(person), sealTokens(this.cipher, sid, tokens), this.cipher.activeKeyId],
        ...[refreshedAt, refreshAt],
      ],
    );
  }

  /** Those of them that are still there and not over. */
  async listAlive(idHashes: readonly string[], now: Date): Promise<Session[]> {
    const text = `SELECT ${columns} FROM session
      WHERE id_hash IN (SELECT decode(hash, 'hex') FROM unnest($1::text[]) hash) AND ends_at > $2 AND (is_wall OR seen_at > $3)`;
    const idleSince = new Date(now.getTime() - IDLE_MS);
    return (await this.#database.query<SessionRow>({ name: 'list-alive-sessions', text }, [idHashes, now, idleSince])).map(
      toSession,
    );
  }
}
