import { SignJWT } from 'jose';
import type { Caller } from './caller.ts';
import type { SigningKeys } from './signing-keys.ts';

export interface AccessTokensOptions {
  readonly signing: Pick<SigningKeys, 'active'>;
  readonly issuer: string;
  readonly audience: string;
  /** Epoch milliseconds; the clock of the machine unless a test brings its own. */
  readonly now?: () => number;
}

const LIFE_SECONDS = 120;
/** What is left of its life when a token is replaced: a request may wait a minute for a place at its service before its token is read. */
const LEFT_MS = 80_000;
const MAX_KEPT = 5_000;

/**
 * What services are shown: a token of the gateway's own for one person in one post, for two minutes. The same one serves all requests of
 * forty seconds, so that signing and verifying cost once and not with each.
 */
export class AccessTokens {
  readonly #kept = new Map<string, { readonly token: Promise<string>; readonly untilMs: number }>();
  readonly #now: () => number;

  constructor(private readonly options: AccessTokensOptions) {
    this.#now = options.now ?? Date.now;
  }

  get(caller: Caller): Promise<string> {
    const { sub, role, unit, source, name, sid, providerSid, amr } = caller;
    const key = JSON.stringify([sub, role, unit, source, name, sid, providerSid, amr]);
    const nowMs = this.#now();
    const known = this.#kept.get(key);
    if (known !== undefined && nowMs < known.untilMs) return known.token;
    const made = { token: this.#sign(caller, nowMs), untilMs: nowMs + LIFE_SECONDS * 1_000 - LEFT_MS };
    this.#keep(key, made);
    return made.token;
  }

  #keep(key: string, made: { token: Promise<string>; untilMs: number }): void {
    this.#kept.delete(key);
    this.#kept.set(key, made);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > MAX_KEPT && oldest !== undefined) this.#kept.delete(oldest);
  }

  #sign({ sub, amr, providerSid, ...claims }: Caller, nowMs: number): Promise<string> {
    const { signing, issuer, audience } = this.options;
    const issuedAt = Math.floor(nowMs / 1_000);
    return new SignJWT({
      ...claims,
      ...(amr === undefined || amr.length === 0 ? {} : { amr: [...amr] }),
      ...(providerSid === undefined ? {} : { provider_sid: providerSid }),
    })
      .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid: signing.active.kid })
      .setSubject(sub)
      .setIssuer(issuer)
      .setAudience(audience)
      .setIssuedAt(issuedAt)
      .setExpirationTime(issuedAt + LIFE_SECONDS)
      .sign(signing.active.key);
  }
}
