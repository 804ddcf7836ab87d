import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** 256 bits: nobody guesses one, and its hash needs no salt. */
export const createSessionSecret = (): string => randomBytes(32).toString('base64url');

const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest();

/** By what it is kept: who reads the table gets no cookie from it. */
export const toIdHash = (secret: string): string => sha256(secret).toString('hex');

/**
 * The token that a page of ours sends with whatever changes something. It follows from the secret, which no script can read: only who was
 * given it by `/auth/session` has it, and that answers our own origin alone.
 */
export const toCsrfToken = (secret: string): string => sha256(`csrf ${secret}`).toString('base64url');

export function isCsrfToken(secret: string, given: string): boolean {
  const [expected, actual] = [sha256(toCsrfToken(secret)), sha256(given)];
  return timingSafeEqual(expected, actual);
}
