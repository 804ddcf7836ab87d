import { hashPassword, isPassword } from '@motcua/auth/passwords';
import { METRICS } from '@motcua/http';
import { inTransaction, toTransaction } from '@motcua/postgres';
import { POOL } from '@motcua/service';
import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { Counter, type Registry } from 'prom-client';
import type { StoredAccount } from '../accounts/account.ts';
import { findAccount, lockAccount, noteSignIn, setPassword } from '../accounts/account.store.ts';
import { PasswordCheck } from '../accounts/password-check.ts';
import { findWeakness } from '../accounts/password-rule.ts';
import { AttemptGate, type Guess, type Origin } from '../attempts/attempt-gate.ts';
import type { PasswordRefusal } from '../pages/sign-in-pages.ts';
import { SecondFactor } from '../second-factor/second-factor.ts';
import type { Progress } from './progress.ts';

/** What became of a guess. */
export type Outcome<Good> =
  | { readonly kind: 'right'; readonly value: Good }
  | { readonly kind: 'wrong' }
  | { readonly kind: 'locked'; readonly seconds: number };

/** The steps of a sign-in, without their pages. */
@Injectable()
export class SignInService {
  readonly #outcomes: Counter<'outcome'>;

  constructor(
    @Inject(POOL) private readonly pool: Pool,
    @Inject(PasswordCheck) private readonly passwords: PasswordCheck,
    @Inject(SecondFactor) private readonly secondFactor: SecondFactor,
    @Inject(AttemptGate) private readonly gate: AttemptGate,
    @Inject(METRICS) metrics: Registry,
  ) {
    this.#outcomes = new Counter({
      name: 'identity_sign_in_steps_total',
      help: 'Passwords and codes that were given, by what became of them; and whole sign-ins',
      labelNames: ['outcome'],
      registers: [metrics],
    });
  }

  findAccount(id: string): Promise<StoredAccount | undefined> {
    return findAccount(toTransaction(this.pool), id);
  }

  async tryPassword(name: string, password: string, origin: Origin): Promise<Outcome<Progress>> {
    const isHalf = (await this.findAccount(name))?.isEnrolled === true;
    return this.#guess({ what: 'password', name, isHalf }, origin, async () => {
      const account = await this.passwords.find(name, password);
      return account === undefined ? undefined : { accountId: account.id, amr: ['pwd'] };
    });
  }

  tryCode(progress: Progress, code: string, origin: Origin): Promise<Outcome<Progress>> {
    const { accountId } = progress;
    return this.#guess({ what: 'code', name: accountId }, origin, async () =>
      (await this.secondFactor.check(accountId, code)) ? withCode(progress) : undefined,
    );
  }

  /** @returns codes for paper beside the progress */
  enrol(progress: Progress, code: string, origin: Origin): Promise<Outcome<{ progress: Progress; codes: readonly string[] }>> {
    const { accountId } = progress;
    return this.#guess({ what: 'code', name: accountId }, origin, async () => {
      const codes = await this.secondFactor.confirm(accountId, code);
      return codes === undefined ? undefined : { progress: withCode(progress), codes };
    });
  }

  /** A password of one's own in place of the one that was for one sign-in. @returns why it is not taken */
  async choosePassword({ accountId }: Progress, next: string, repeated: string): Promise<PasswordRefusal | undefined> {
    if (next !== repeated) return 'different';
    const weakness = findWeakness({ accountId, current: '', next });
    if (weakness !== undefined) return weakness;
    const hash = await hashPassword(next);
    return inTransaction(this.pool, async (transaction) => {
      const account = await lockAccount(transaction, accountId);
      if (account?.passwordMustChange !== true) throw new Error('a password is chosen here once, instead of one for one sign-in');
      if (await isPassword(next, account.passwordHash)) return 'same';
      await setPassword(transaction, accountId, { hash, mustChange: false });
      return undefined;
    });
  }

  async noteSignIn({ accountId }: Progress): Promise<void> {
    await noteSignIn(toTransaction(this.pool), accountId);
    this.#outcomes.inc({ outcome: 'signed-in' });
  }

  async #guess<Good>(guess: Guess, origin: Origin, check: () => Promise<Good | undefined>): Promise<Outcome<Good>> {
    const seconds = await this.gate.enter(guess, origin);
    if (seconds > 0) return this.#tell(guess, { kind: 'locked', seconds });
    const value = await check();
    if (value === undefined) return this.#tell(guess, { kind: 'wrong' });
    await this.gate.succeed(guess, origin);
    return this.#tell(guess, { kind: 'right', value });
  }

  #tell<Good>({ what }: Guess, outcome: Outcome<Good>): Outcome<Good> {
    this.#outcomes.inc({ outcome: `${what}-${outcome.kind}` });
    return outcome;
  }
}

const withCode = (progress: Progress): Progress => ({ ...progress, amr: ['pwd', 'otp'] });
