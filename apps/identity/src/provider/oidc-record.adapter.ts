import { toTransaction, type ColumnCipher } from '@motcua/postgres';
import { createHash } from 'node:crypto';
import { errors, type Adapter, type AdapterPayload } from 'oidc-provider';
import type { Pool } from 'pg';

interface RecordRow {
  readonly id: string;
  readonly payload: Buffer;
  readonly key_id: string;
  readonly consumed_at: Date | null;
}

const columns = 'id, payload, key_id, consumed_at';
const upsert = `INSERT INTO oidc_record AS known (kind, id, payload, key_id, account_id, grant_id, uid, user_code, expires_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, now() + make_interval(secs => $9))
  ON CONFLICT (kind, id) DO UPDATE SET payload = excluded.payload, key_id = excluded.key_id, account_id = excluded.account_id,
    grant_id = excluded.grant_id, uid = excluded.uid, user_code = excluded.user_code, expires_at = excluded.expires_at`;

/** Where a payload lies, as its cipher text is bound to it. */
export const recordPlaceOf = (kind: string, id: string): string => `${kind}/${id}`;

/** What the provider remembers, one kind of it. An id is as good as the token, so it is kept as its hash, and the payload sealed. */
export class OidcRecordAdapter implements Adapter {
  constructor(
    private readonly kind: string,
    private readonly pool: Pool,
    private readonly cipher: ColumnCipher,
  ) {}

  async upsert(id: string, payload: AdapterPayload, expiresIn?: number): Promise<void> {
    const hash = toHash(id);
    const sealed = this.cipher.encrypt(JSON.stringify(payload), recordPlaceOf(this.kind, hash));
    const { grantId = null, uid = null, userCode = null } = payload;
    const accountId = findSigningIn(payload) ?? payload.accountId ?? null;
    const named = [accountId, this.kind === 'Grant' ? id : grantId, uid, userCode === null ? null : toHash(userCode)];
    await this.#execute({ name: 'oidc.upsert', text: upsert }, [
      hash,
      sealed,
      this.cipher.activeKeyId,
      ...named,
      expiresIn ?? null,
    ]);
  }

  find(id: string): Promise<AdapterPayload | undefined> {
    return this.#findBy('id', toHash(id));
  }

  findByUid(uid: string): Promise<AdapterPayload | undefined> {
    return this.#findBy('uid', uid);
  }

  findByUserCode(userCode: string): Promise<AdapterPayload | undefined> {
    return this.#findBy('user_code', toHash(userCode));
  }

  /** Once: of two requests with one code the second is refused, however close they are. */
  async consume(id: string): Promise<void> {
    const text = 'UPDATE oidc_record SET consumed_at = now() WHERE kind = $1 AND id = $2 AND consumed_at IS NULL';
    if ((await this.#execute(text, [toHash(id)])) === 0) throw new errors.InvalidGrant('it has been used already');
  }

  async destroy(id: string): Promise<void> {
    await this.#execute('DELETE FROM oidc_record WHERE kind = $1 AND id = $2', [toHash(id)]);
  }

  async revokeByGrantId(grantId: string): Promise<void> {
    await this.#execute('DELETE FROM oidc_record WHERE kind = $1 AND grant_id = $2', [grantId]);
  }

  async #findBy(column: 'id' | 'uid' | 'user_code', value: string): Promise<AdapterPayload | undefined> {
    const text = `SELECT ${columns} FROM oidc_record WHERE kind = $1 AND ${column} = $2 AND (expires_at IS NULL OR expires_at > now())`;
    const [row] = await toTransaction(this.pool).query<RecordRow & object>({ name: `oidc.find.${column}`, text }, [
      this.kind,
      value,
    ]);
    return row === undefined ? undefined : this.#open(row);
  }

  #open({ id, payload, key_id, consumed_at }: RecordRow): AdapterPayload {
    const text = this.cipher.decrypt(payload, recordPlaceOf(this.kind, id), key_id);
    const stored = JSON.parse(text) as AdapterPayload; // Sealed by `upsert` alone.
    return consumed_at === null ? stored : { ...stored, consumed: Math.floor(consumed_at.getTime() / 1_000) };
  }

  #execute(
    statement: string | { readonly name: string; readonly text: string },
    parameters: readonly unknown[],
  ): Promise<number> {
    return toTransaction(this.pool).execute(statement, [this.kind, ...parameters]);
  }
}

/** Of a sign-in that has not come to its end: whose password was typed. It ends with what that password gave. */
function findSigningIn({ result }: AdapterPayload): string | undefined {
  const { progress, login } = (result ?? {}) as { progress?: Named; login?: Named }; // What `Interactions` puts there.
  return progress?.accountId ?? login?.accountId;
}

interface Named {
  readonly accountId?: string;
}

const toHash = (secret: string): string => createHash('sha256').update(secret).digest('base64url');
