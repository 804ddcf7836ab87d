import { identityOf, type Actor } from '@motcua/auth';
import { createRandomPassword, hashPassword } from '@motcua/auth/passwords';
import type { Account, AccountPost, CreateAccount, PasswordChanged } from '@motcua/contracts';
import { answerOnce, toIdempotentRequest, type GivenAnswer } from '@motcua/http';
import { ColumnCipher, inTransaction, toTransaction, type Transaction } from '@motcua/postgres';
import { POOL } from '@motcua/service';
import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { needsSecondFactor, type StoredAccount } from '../accounts/account.ts';
import { findAccount, insertAccount, lockAccount, setPassword, setPosts, setState } from '../accounts/account.store.ts';
import { listAccounts, type AccountQuery } from '../accounts/list-accounts.query.ts';
import { PasswordCheck } from '../accounts/password-check.ts';
import { findWeakness } from '../accounts/password-rule.ts';
import { AttemptGate } from '../attempts/attempt-gate.ts';
import { endAccess } from '../provider/end-access.ts';
import { LogoutNotices } from '../provider/logout-notices.ts';
import { removeSecret } from '../second-factor/second-factor.store.ts';
import {
  accountChanged,
  accountExists,
  accountOwn,
  accountUnknown,
  passwordLocked,
  passwordWeak,
  passwordWrong,
} from './refusals.ts';
import { toAccountView } from './to-account-view.ts';
import { toPasswordChanged } from './to-password-changed.ts';

/** What an administrator does to an account. */
export type AccountChange =
  | { readonly kind: 'disable' | 'enable' | 'unlock' | 'reset-second-factor' }
  | { readonly kind: 'posts'; readonly posts: readonly AccountPost[] };

/** A change, by whom, and what it is to be a change of. */
export interface ChangeRequest {
  readonly actor: Actor;
  readonly id: string;
  readonly key: string | undefined;
  /** Version of the account that was read; undefined: whatever it is. */
  readonly ifMatch: number | undefined;
}

/** Where somebody asks from. */
interface Asked {
  readonly address: string;
  /** Of their sign-in with us; undefined: they did not sign in here. */
  readonly sid: string | undefined;
}

interface NewPassword {
  readonly answer: GivenAnswer;
  readonly oneTimePassword: string | null;
}

@Injectable()
export class AccountsService {
  constructor(
    @Inject(POOL) private readonly pool: Pool,
    @Inject(ColumnCipher) private readonly cipher: ColumnCipher,
    @Inject(AttemptGate) private readonly gate: AttemptGate,
    @Inject(LogoutNotices) private readonly notices: LogoutNotices,
    @Inject(PasswordCheck) private readonly passwords: PasswordCheck,
  ) {}

  async list(query: AccountQuery): Promise<Account[]> {
    return this.#toViews(await listAccounts(toTransaction(this.pool), query));
  }

  async get(id: string): Promise<Account> {
    const [view] = await this.#toViews([await getAccount(toTransaction(this.pool), id)]);
    return view as Account; // One for one.
  }

  /** The password is in no answer that is kept: who repeats the request is not shown it again. */
  async create(actor: Actor, key: string | undefined, body: CreateAccount): Promise<NewPassword> {
    const password = createRandomPassword();
    const { id, displayName, posts, secondFactor = needsSecondFactor(posts) } = body;
    const account = { id, displayName, posts, passwordMustChange: true, secondFactorRequired: secondFactor };
    const passwordHash = await hashPassword(password);
    const request = toIdempotentRequest({ actor: identityOf(actor), key, method: 'POST', path: '/v1/accounts', body });
    const answer = await inTransaction(this.pool, (transaction) =>
      answerOnce(transaction, request, async () => {
        if (!(await insertAccount(transaction, { ...account, passwordHash }))) throw accountExists();
        return { status: 201, body: { id }, headers: { location: `/v1/accounts/${id}` } };
      }),
    );
    return { answer: await this.#withAccount(answer, id), oneTimePassword: answer.replayed ? null : password };
  }

  /** A password for one sign-in in place of theirs, whose sessions end. */
  async resetPassword(change: ChangeRequest): Promise<NewPassword> {
    const password = createRandomPassword();
    const hash = await hashPassword(password);
    const answer = await this.#change(change, 'password-reset', {}, async (transaction, { id }) => {
      await setPassword(transaction, id, { hash, mustChange: true });
      await this.gate.unlock(transaction, id);
      await endAccess(transaction, this.cipher, id);
    });
    return { answer, oneTimePassword: answer.replayed ? null : password };
  }

  change(request: ChangeRequest, change: AccountChange): Promise<GivenAnswer> {
    return this.#change(request, change.kind, change, async (transaction, account) => {
      if (isShuttingOut(change, account) && account.id === request.actor.sub) throw accountOwn();
      await this.#apply(transaction, account, change);
    });
  }

  /** Somebody's own password. Whoever knew the former one may be signed in with it: where they ask from goes on, nothing else does. */
  async changeOwnPassword(
    { sub: accountId }: Actor,
    { current, next }: { readonly current: string; readonly next: string },
    { address, sid }: Asked,
  ): Promise<PasswordChanged> {
    const guess = { what: 'password', name: accountId } as const;
    const seconds = await this.gate.enter(guess, { address, browser: undefined });
    if (seconds > 0) throw passwordLocked(seconds);
    if ((await this.passwords.find(accountId, current)) === undefined) throw passwordWrong();
    await this.gate.succeed(guess, { address, browser: undefined });
    const weakness = findWeakness({ accountId, current, next });
    if (weakness !== undefined) throw passwordWeak(weakness);
    const hash = await hashPassword(next);
    const ended = await inTransaction(this.pool, async (transaction) => {
      await lockAccount(transaction, accountId);
      await setPassword(transaction, accountId, { hash, mustChange: false });
      return endAccess(transaction, this.cipher, accountId, sid);
    });
    this.notices.wake();
    return toPasswordChanged(ended.length);
  }

  /** Every browser and every terminal in which somebody is signed in, where they ask from too. */
  async signOutEverywhere({ sub: accountId }: Actor): Promise<void> {
    await inTransaction(this.pool, (transaction) => endAccess(transaction, this.cipher, accountId));
    this.notices.wake();
  }

  async #apply(
    transaction: Transaction,
    { id, secondFactorRequired, posts }: StoredAccount,
    change: AccountChange,
  ): Promise<void> {
    switch (change.kind) {
      case 'disable':
        await setState(transaction, id, 'disabled');
        break;
      case 'enable':
        return setState(transaction, id, 'active');
      case 'unlock':
        return this.gate.unlock(transaction, id);
      case 'reset-second-factor':
        await removeSecret(transaction, id);
        break;
      case 'posts': {
        const isHigher = needsSecondFactor(change.posts) && !needsSecondFactor(posts);
        await setPosts(transaction, id, change.posts, secondFactorRequired || isHigher);
      }
    }
    await endAccess(transaction, this.cipher, id);
  }

  async #change(
    { actor, id, key, ifMatch }: ChangeRequest,
    name: string,
    body: unknown,
    work: (transaction: Transaction, account: StoredAccount) => Promise<void>,
  ): Promise<GivenAnswer> {
    const request = toIdempotentRequest({
      actor: identityOf(actor),
      key,
      method: 'POST',
      path: `/v1/accounts/${id}/${name}`,
      body,
    });
    const answer = await inTransaction(this.pool, (transaction) =>
      answerOnce(transaction, request, async () => {
        const account = await lockAccount(transaction, id);
        if (account === undefined) throw accountUnknown();
        if (ifMatch !== undefined && ifMatch !== account.version) throw accountChanged(account.version);
        await work(transaction, account);
        return { status: 200, body: { id } };
      }),
    );
    this.notices.wake();
    return this.#withAccount(answer, id);
  }

  /** What is kept of an answer for a repeated request names nobody; the account is read for each. */
  async #withAccount(answer: GivenAnswer, id: string): Promise<GivenAnswer> {
    const body = await this.get(id);
    return { ...answer, body, headers: { ...answer.headers, etag: `"${body.version}"` } };
  }

  async #toViews(accounts: readonly StoredAccount[]): Promise<Account[]> {
    const countLocked = await this.gate.countLocked(accounts.map(({ id }) => id));
    return accounts.map((account) => toAccountView(account, countLocked(account.id)));
  }
}

/** Nobody is left who could undo it. */
const isShuttingOut = (change: AccountChange, { posts }: StoredAccount): boolean =>
  change.kind === 'disable' || (change.kind === 'posts' && posts.some(isAdministrator) && !change.posts.some(isAdministrator));

const isAdministrator = ({ role, unit }: AccountPost): boolean => role === 'admin' && unit === undefined;

/** @throws ProblemError 404 `account.unknown` */
async function getAccount(transaction: Transaction, id: string): Promise<StoredAccount> {
  const account = await findAccount(transaction, id);
  if (account === undefined) throw accountUnknown();
  return account;
}
