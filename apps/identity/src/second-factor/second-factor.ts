import { ColumnCipher, inTransaction, toTransaction } from '@motcua/postgres';
import { EncryptedTables, NOW, POOL } from '@motcua/service';
import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import type { StoredAccount } from '../accounts/account.ts';
import { findAccount, lockAccount } from '../accounts/account.store.ts';
import { createRecoveryCodes, toRecoveryHash } from './recovery-codes.ts';
import { confirmSecret, putSecret, takeRecoveryCode, takeStep } from './second-factor.store.ts';
import { createTotpSecret, findTotpStep } from './totp.ts';

const placeOf = (id: string): string => `${id}/totp`;
const sixDigits = /^\d{6}$/;

/** Codes of an app on somebody's telephone, and those on paper for when it is lost. */
@Injectable()
export class SecondFactor {
  constructor(
    @Inject(POOL) private readonly pool: Pool,
    @Inject(ColumnCipher) private readonly cipher: ColumnCipher,
    @Inject(NOW) private readonly now: () => number,
    @Inject(EncryptedTables) tables: EncryptedTables,
  ) {
    tables.add({
      table: 'account',
      id: { id: 'text' },
      keyId: 'totp_key_id',
      columns: ['totp_secret'],
      place: ({ id }) => placeOf(String(id)),
    });
  }

  /** The secret that is to be confirmed with a first code: the one that was shown already, or a new one. */
  offer(id: string): Promise<string> {
    return inTransaction(this.pool, async (transaction) => {
      const account = await lockAccount(transaction, id);
      if (account?.isEnrolled !== false) throw new Error('a second factor is offered to whoever has none');
      if (account.totp !== undefined) return this.#open(account);
      const secret = createTotpSecret();
      await putSecret(transaction, id, { secret: this.cipher.encrypt(secret, placeOf(id)), keyId: this.cipher.activeKeyId });
      return secret;
    });
  }

  /** @returns ten codes for paper, shown this once; undefined where the code is not that of the app */
  confirm(id: string, code: string): Promise<readonly string[] | undefined> {
    return inTransaction(this.pool, async (transaction) => {
      const account = await lockAccount(transaction, id);
      if (account?.totp === undefined || account.isEnrolled) return undefined;
      const step = findTotpStep(this.#open(account), toDigits(code), this.now());
      if (step === undefined) return undefined;
      await takeStep(transaction, id, step);
      const codes = createRecoveryCodes();
      await confirmSecret(
        transaction,
        id,
        codes.map((each) => toRecoveryHash(id, each)),
      );
      return codes;
    });
  }

  /** Whether it is a code of this moment that was not used before, or one on paper that was not. */
  async check(id: string, given: string): Promise<boolean> {
    const database = toTransaction(this.pool);
    const account = await findAccount(database, id);
    if (account?.isEnrolled !== true) return false;
    const code = toDigits(given);
    if (!sixDigits.test(code)) return takeRecoveryCode(database, id, toRecoveryHash(id, given));
    const step = findTotpStep(this.#open(account), code, this.now());
    return step !== undefined && takeStep(database, id, step);
  }

  #open({ id, totp }: StoredAccount): string {
    if (totp === undefined) throw new Error('there is no second factor');
    return this.cipher.decrypt(totp.secret, placeOf(id), totp.keyId);
  }
}

/** People type `123 456`. */
const toDigits = (code: string): string => code.replace(/\s/g, '');
