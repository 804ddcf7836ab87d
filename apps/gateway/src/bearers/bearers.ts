import { authInvalid } from '@motcua/auth';
import { BearerStreams } from './bearer-streams.ts';
import type { Bearer } from '../providers/bearer.ts';
import type { EndedAccess, EndedAccessStore } from './ended-access.store.ts';

export interface BearersOptions {
  /** Absent: no provider can tell us of an end, and a token is good until its own. */
  readonly store: Pick<EndedAccessStore, 'add' | 'listSince' | 'sweep'> | undefined;
  readonly now: () => number;
  /** How long a token of a provider may live, and how far its clock may be from ours. */
  readonly longestMs: (provider: string) => number;
  /** Has the other replicas look at the table. */
  readonly announce: () => Promise<void>;
}

/**
 * Those who show an access token. It says for itself until when it is good; what ends it before (signed out, disabled, another password) lies
 * in a table, of which each replica knows what is in it: a request costs no look-up. While the table cannot be read, what is known goes on
 * being refused, and all else goes on: tokens are short.
 */
export class Bearers {
  readonly streams: BearerStreams;
  readonly #ended = new Map<string, EndedAccess>();
  #seenUntil: Date | undefined;
  #isRead = false;
  #reading: Promise<void> = Promise.resolve();
  #next: Promise<void> | undefined;

  constructor(private readonly options: BearersOptions) {
    this.streams = new BearerStreams(options.now);
  }

  /** @throws ProblemError 401 `auth.invalid`; whatever keeps a replica that has just begun from reading the table */
  async check(bearer: Bearer): Promise<void> {
    if (!this.#isRead && this.options.store !== undefined) await this.look();
    if (this.#isEnded(bearer)) throw authInvalid();
  }

  /** Of one sign-in: whatever was, and may still be, issued in it. */
  endSession(provider: string, sid: string): Promise<void> {
    return this.#end({ provider, kind: 'session', id: sid, issuedUntil: null });
  }

  /** Of a person: what was issued until then, by the provider's clock. Who signs in again is let in. */
  endSubject(provider: string, subject: string, issuedUntil: Date): Promise<void> {
    return this.#end({ provider, kind: 'subject', id: subject, issuedUntil });
  }

  /** Reads what has been added, and closes the streams that it ends. Calls while one is waiting are answered by that one. */
  look(): Promise<void> {
    this.#next ??= this.#reading
      .catch(() => undefined)
      .then(() => {
        this.#next = undefined;
        return (this.#reading = this.#read());
      });
    return this.#next;
  }

  async sweep(): Promise<void> {
    const now = this.options.now();
    // A database that has failed over may have a clock that is behind the former one's: all is read once more.
    this.#seenUntil = undefined;
    for (const [key, { expiresAt }] of this.#ended) if (expiresAt.getTime() < now) this.#ended.delete(key);
    await this.options.store?.sweep(new Date(now));
  }

  async #end(ended: Omit<EndedAccess, 'expiresAt'>): Promise<void> {
    const { store, now, longestMs, announce } = this.options;
    await store?.add({ ...ended, expiresAt: new Date(now() + longestMs(ended.provider)) });
    await this.look();
    await announce();
  }

  async #read(): Promise<void> {
    for (const { endedAt, ...ended } of (await this.options.store?.listSince(this.#seenUntil)) ?? []) {
      this.#ended.set(keyOf(ended), ended);
      this.#seenUntil = endedAt;
    }
    this.#isRead = true;
    this.streams.endThose((bearer) => this.#isEnded(bearer));
  }

  #isEnded({ provider, subject, sid, issuedAt }: Bearer): boolean {
    if (sid !== undefined && this.#ended.has(keyOf({ provider, kind: 'session', id: sid }))) return true;
    const until = this.#ended.get(keyOf({ provider, kind: 'subject', id: subject }))?.issuedUntil;
    return until !== undefined && until !== null && issuedAt <= until;
  }
}

const keyOf = ({ provider, kind, id }: Pick<EndedAccess, 'provider' | 'kind' | 'id'>): string => `${provider} ${kind} ${id}`;
