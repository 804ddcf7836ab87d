import { toTransaction, type Transaction } from '@motcua/postgres';
import type { Pool } from 'pg';

/** Tokens that are refused before their end: those of one sign-in at a provider, or those of a person that were issued until a moment. */
export interface EndedAccess {
  readonly provider: string;
  readonly kind: 'session' | 'subject';
  /** `sid`, or `sub`. */
  readonly id: string;
  /** Null: whenever they were issued. */
  readonly issuedUntil: Date | null;
  /** No token that it is about can be good any more from then on. */
  readonly expiresAt: Date;
}

type Row = EndedAccess & { readonly endedAt: Date };

/** A row may be seen later than one that was written after it, by as long as it took to be committed. */
const OVERLAP = `interval '10 seconds'`;

/** What all replicas refuse, and what one refuses again that was started anew. */
export class EndedAccessStore {
  readonly #database: Transaction;

  constructor(pool: Pool) {
    this.#database = toTransaction(pool);
  }

  async add({ provider, kind, id, issuedUntil, expiresAt }: EndedAccess): Promise<void> {
    await this.#database.execute(
      `INSERT INTO ended_access AS known (provider, kind, id, issued_until, expires_at) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (provider, kind, id) DO UPDATE SET issued_until = greatest(known.issued_until, excluded.issued_until),
         expires_at = greatest(known.expires_at, excluded.expires_at), ended_at = excluded.ended_at`,
      [provider, kind, id, issuedUntil, expiresAt],
    );
  }

  /** @param since `endedAt` of the last one that was seen; undefined: all */
  listSince(since: Date | undefined): Promise<Row[]> {
    const text = `SELECT provider, kind, id, issued_until AS "issuedUntil", expires_at AS "expiresAt", ended_at AS "endedAt"
      FROM ended_access WHERE ended_at > coalesce($1::timestamptz, '-infinity') - ${OVERLAP} ORDER BY ended_at`;
    return this.#database.query<Row>({ name: 'list-ended-access', text }, [since ?? null]);
  }

  async sweep(now: Date): Promise<void> {
    await this.#database.execute('DELETE FROM ended_access WHERE expires_at < $1', [now]);
  }
}
