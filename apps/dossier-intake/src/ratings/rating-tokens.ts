import { RatingCounter } from '@motcua/contracts';
import { jwtVerify, SignJWT, errors } from 'jose';
import { hkdfSync } from 'node:crypto';
import { z } from 'zod';

const issuer = 'motcua/dossier-intake';
const Claims = z.object({
  purpose: z.literal('rating'),
  sub: z.uuid(),
  /** Absent in tokens of an earlier version, which say neither. */
  via: z.enum(['notice', 'counter']).optional(),
  counter: RatingCounter.optional(),
});

/** How a token reaches the citizen: with the notice, or from a counter, which it names. */
export type TokenWay =
  { readonly via: 'notice' | 'unknown' } | { readonly via: 'counter'; readonly counter: Readonly<RatingCounter> };

export type VerifiedToken =
  | { readonly kind: 'valid'; readonly dossierId: string; readonly way: TokenWay }
  | { readonly kind: 'expired' }
  | { readonly kind: 'invalid' };

export interface IssuedToken {
  readonly token: string;
  readonly expiresAt: string;
}

/**
 * Tokens that open the rating of one dossier and nothing else, and say which way they came. The key is derived from the hash key for this
 * purpose alone, so that neither is of use in place of the other. What a token says is believed without asking: it is used up when its
 * dossier has been rated.
 */
export class RatingTokens {
  /** The one that signs first. */
  readonly #keys: readonly Uint8Array[];

  constructor(hashKeys: readonly Buffer[]) {
    this.#keys = hashKeys.map((key) => new Uint8Array(hkdfSync('sha256', key, '', 'motcua rating token v1', 32)));
  }

  /** @param now, until epoch milliseconds; cut to whole seconds */
  async issue(
    dossierId: string,
    way: TokenWay,
    { now, until }: { readonly now: number; readonly until: number },
  ): Promise<IssuedToken> {
    const [issuedAt, expires] = [Math.floor(now / 1_000), Math.floor(until / 1_000)];
    const token = await new SignJWT({ purpose: 'rating', ...way })
      .setProtectedHeader({ alg: 'HS256', typ: 'rating+jwt' })
      .setIssuer(issuer)
      .setSubject(dossierId)
      .setIssuedAt(issuedAt)
      .setExpirationTime(expires)
      .sign(this.#signing);
    return { token, expiresAt: new Date(expires * 1_000).toISOString() };
  }

  /** By every live key: a link that was sent before a rotation stays good. */
  async verify(token: string, now: number): Promise<VerifiedToken> {
    let verified: VerifiedToken = { kind: 'invalid' };
    for (const key of this.#keys) {
      verified = await verifyWith(key, token, now);
      if (verified.kind !== 'invalid') break;
    }
    return verified;
  }

  get #signing(): Uint8Array {
    const [key] = this.#keys;
    if (key === undefined) throw new Error('no key signs rating tokens');
    return key;
  }
}

async function verifyWith(key: Uint8Array, token: string, now: number): Promise<VerifiedToken> {
  try {
    const options = { algorithms: ['HS256'], typ: 'rating+jwt', issuer, currentDate: new Date(now) };
    const { payload } = await jwtVerify(token, key, { ...options, requiredClaims: ['exp'] });
    const claims = Claims.safeParse(payload);
    return claims.success ? { kind: 'valid', dossierId: claims.data.sub, way: toWay(claims.data) } : { kind: 'invalid' };
  } catch (error) {
    return { kind: error instanceof errors.JWTExpired ? 'expired' : 'invalid' };
  }
}

function toWay({ via, counter }: z.infer<typeof Claims>): TokenWay {
  if (via === 'counter' && counter !== undefined) return { via, counter };
  return { via: via === 'notice' ? 'notice' : 'unknown' };
}
