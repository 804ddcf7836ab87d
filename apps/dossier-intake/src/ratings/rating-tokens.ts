import { jwtVerify, SignJWT, errors } from 'jose';
import { hkdfSync } from 'node:crypto';
import { z } from 'zod';

const issuer = 'motcua/dossier-intake';
const Claims = z.object({ purpose: z.literal('rating'), sub: z.uuid() });
const DAY_SECONDS = 86_400;

export type VerifiedToken =
  { readonly kind: 'valid'; readonly dossierId: string } | { readonly kind: 'expired' } | { readonly kind: 'invalid' };

/**
 * Tokens that open the rating of one dossier and nothing else. The key is derived from the hash key for this purpose alone, so that
 * neither is of use in place of the other. A token is not remembered: it is used up when its dossier has been rated.
 */
export class RatingTokens {
  private readonly key: Uint8Array;

  constructor(
    hashKey: Buffer,
    private readonly days: number,
  ) {
    this.key = new Uint8Array(hkdfSync('sha256', hashKey, '', 'motcua rating token v1', 32));
  }

  /** @param now epoch milliseconds */
  async issue(dossierId: string, now: number): Promise<{ token: string; expiresAt: string }> {
    const issuedAt = Math.floor(now / 1_000);
    const expires = issuedAt + this.days * DAY_SECONDS;
    const token = await new SignJWT({ purpose: 'rating' })
      .setProtectedHeader({ alg: 'HS256', typ: 'rating+jwt' })
      .setIssuer(issuer)
      .setSubject(dossierId)
      .setIssuedAt(issuedAt)
      .setExpirationTime(expires)
      .sign(this.key);
    return { token, expiresAt: new Date(expires * 1_000).toISOString() };
  }

  async verify(token: string, now: number): Promise<VerifiedToken> {
    try {
      const options = { algorithms: ['HS256'], typ: 'rating+jwt', issuer, currentDate: new Date(now) };
      const { payload } = await jwtVerify(token, this.key, { ...options, requiredClaims: ['exp'] });
      const claims = Claims.safeParse(payload);
      return claims.success ? { kind: 'valid', dossierId: claims.data.sub } : { kind: 'invalid' };
    } catch (error) {
      return { kind: error instanceof errors.JWTExpired ? 'expired' : 'invalid' };
    }
  }
}
