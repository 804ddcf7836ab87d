import { inTransaction, toTransaction, type Transaction } from '@motcua/postgres';
import { BackgroundLoops, CONFIG, POOL } from '@motcua/service';
import { Inject, Injectable } from '@nestjs/common';
import { createHmac } from 'node:crypto';
import type { Pool } from 'pg';
import type { Config } from '../config.ts';
import { deriveKeys } from '../keys/derive-key.ts';
import {
  countBlocked,
  forgetOldAttempts,
  forgetSubject,
  lockAttempts,
  putFailures,
  removeAttempts,
  takeBack,
  type AttemptKey,
} from './attempt.store.ts';
import { delayRules, toDelaySeconds, type DelayRule } from './delay-rules.ts';
import { toNeighbourhood } from './neighbourhood.ts';

/** From where somebody tries to sign in. */
export interface Origin {
  readonly address: string;
  /** The browser's number for this very name, where it has signed in with it before. */
  readonly browser: string | undefined;
}

/** What is guessed at, and with whose name. A right password says nothing of codes: failures with those are counted apart. */
export interface Guess {
  readonly what: 'password' | 'code';
  readonly name: string;
  /** A code is asked after this: a password that was guessed opens nothing. */
  readonly isHalf?: boolean;
}

const guessed = ['password', 'code'] as const;
const SWEEP_MS = 3_600_000;

interface Counted {
  readonly key: AttemptKey;
  readonly rule: DelayRule;
}

/** Counts failures before they happen, so that many tries at once are no more than the same tries one by one. */
@Injectable()
export class AttemptGate {
  readonly #key: Buffer;

  constructor(
    @Inject(POOL) private readonly pool: Pool,
    @Inject(CONFIG) { IDENTITY_KEYS }: Config,
    @Inject(BackgroundLoops) loops: BackgroundLoops,
  ) {
    this.#key = deriveKeys(IDENTITY_KEYS, 'attempts')[0] ?? Buffer.alloc(0);
    loops.add({
      name: 'attempts',
      turn: async () => {
        await forgetOldAttempts(toTransaction(pool), delayRules.place.forgottenAfterSeconds);
        return SWEEP_MS;
      },
    });
  }

  /** Counts a failure, which `succeed` takes back. @returns how long nothing is tried, in seconds; then nothing may be; 0: go on */
  enter(guess: Guess, origin: Origin): Promise<number> {
    const counted = this.#listCounted(guess, origin);
    return inTransaction(this.pool, async (transaction) => {
      const states = [];
      for (const { key, rule } of counted) states.push({ key, rule, ...(await lockAttempts(transaction, key, rule)) });
      const wait = Math.max(...states.map(({ waitSeconds }) => waitSeconds));
      if (wait > 0) return Math.ceil(wait);
      for (const { key, rule, failures } of states) await countFailure(transaction, key, rule, failures + 1);
      return 0;
    });
  }

  /** The name and the password, or the code, belonged together. */
  succeed(guess: Guess, origin: Origin): Promise<void> {
    const [own, ...others] = this.#listCounted(guess, origin);
    return inTransaction(this.pool, async (transaction) => {
      if (own !== undefined) await removeAttempts(transaction, own.key);
      for (const { key } of others) await takeBack(transaction, key);
    });
  }

  /** An administrator lets somebody try again at once, wherever they are. */
  async unlock(transaction: Transaction, name: string): Promise<void> {
    for (const what of guessed) await forgetSubject(transaction, this.#hash(what, name));
  }

  /** From how many places each of these has to wait at the moment. */
  async countLocked(names: readonly string[]): Promise<(name: string) => number> {
    const subjects = names.flatMap((name) => guessed.map((what) => this.#hash(what, name)));
    const blocked = await countBlocked(toTransaction(this.pool), subjects);
    const count = (what: Guess['what'], name: string): number => blocked.get(this.#hash(what, name).toString('base64')) ?? 0;
    return (name) => guessed.reduce((sum, what) => sum + count(what, name), 0);
  }

  /**
   * In the order in which the rows are locked: the name's own first, then the address, which all names share. Two ways stay open for the
   * owner of a name that strangers guess at: a browser that is known, and a second factor, which is no stranger's to fail at.
   */
  #listCounted({ what, name, isHalf = false }: Guess, { address, browser }: Origin): readonly Counted[] {
    const subject = this.#hash(what, name);
    if (browser !== undefined) return [{ key: { subject, place: this.#hash('browser', browser) }, rule: delayRules.browser }];
    const place = this.#hash('address', toNeighbourhood(address));
    const anywhere = { key: { subject, place: this.#hash('address', 'anywhere') }, rule: delayRules.name };
    return [
      { key: { subject, place }, rule: delayRules.place },
      ...(isHalf ? [] : [anywhere]),
      { key: { subject: Buffer.alloc(0), place }, rule: delayRules.address },
    ];
  }

  /** Neither names nor addresses are kept: people type a password where the name belongs. */
  #hash(kind: string, text: string): Buffer {
    return createHmac('sha256', this.#key).update(`${kind}\n${text}`).digest();
  }
}

async function countFailure(transaction: Transaction, key: AttemptKey, rule: DelayRule, failures: number): Promise<void> {
  await putFailures(transaction, key, { failures, waitSeconds: toDelaySeconds(rule, failures) });
}
