import { hashPassword, isOutdatedHash, isPassword } from '@motcua/auth/passwords';
import { toTransaction } from '@motcua/postgres';
import { POOL } from '@motcua/service';
import { Inject, Injectable } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import type { Pool } from 'pg';
import type { StoredAccount } from './account.ts';
import { findAccount, renewHash } from './account.store.ts';

/** Whether a name and a password belong together. */
@Injectable()
export class PasswordCheck {
  /** Of a password that nobody has: an unknown name costs as much time as a known one. */
  readonly #nobodys = hashPassword(randomBytes(32).toString('base64url'));

  constructor(@Inject(POOL) private readonly pool: Pool) {}

  /** The account; undefined where the name or the password is wrong, or the account disabled: nobody is told which. */
  async find(id: string, password: string): Promise<StoredAccount | undefined> {
    const account = await findAccount(toTransaction(this.pool), id);
    const isRight = await isPassword(password, account?.passwordHash ?? (await this.#nobodys));
    if (account === undefined || !isRight || account.state !== 'active') return undefined;
    if (isOutdatedHash(account.passwordHash)) {
      await renewHash(toTransaction(this.pool), id, account.passwordHash, await hashPassword(password));
    }
    return account;
  }
}
