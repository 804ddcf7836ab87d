import { parseCookie, stringifySetCookie } from 'cookie';
import type { ColumnCipher } from '@motcua/postgres';
import { createHash } from 'node:crypto';
import { z } from 'zod';

/** What has to be remembered between leaving for the provider and coming back. */
const Attempt = z.object({
  provider: z.string(),
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  to: z.string(),
  /** Epoch milliseconds. */
  startedAt: z.number(),
});
export type SignInAttempt = z.infer<typeof Attempt>;

/** To sign in may need a password looked up and a second factor found. */
const LASTS_MS = 10 * 60_000;
const attributes = { path: '/', httpOnly: true, secure: true, sameSite: 'lax' } as const;

/** One for each attempt, so that two windows may sign in at once. */
const nameOf = (state: string): string =>
  `__Host-motcua-sign-in-${createHash('sha256').update(state).digest('hex').slice(0, 12)}`;

/**
 * `Set-Cookie` that keeps it in the browser alone, sealed: whoever comes back without it did not leave from here, and nothing fills up
 * where many leave and none comes back.
 */
export function toAttemptCookie(cipher: ColumnCipher, attempt: SignInAttempt): string {
  const sealed = cipher.encrypt(JSON.stringify(attempt), `sign-in ${attempt.state}`).toString('base64url');
  const value = `${cipher.activeKeyId}.${sealed}`;
  return stringifySetCookie(nameOf(attempt.state), value, { ...attributes, maxAge: LASTS_MS / 1_000 });
}

export const forgetAttemptCookie = (state: string): string => stringifySetCookie(nameOf(state), '', { ...attributes, maxAge: 0 });

/** @returns undefined where this browser did not leave with that state, or too long ago */
export function findAttempt(
  cipher: ColumnCipher,
  cookies: string | undefined,
  { state, nowMs }: { readonly state: string; readonly nowMs: number },
): SignInAttempt | undefined {
  const value = parseCookie(cookies ?? '')[nameOf(state)];
  const [keyId, sealed] = value?.split('.') ?? [];
  if (keyId === undefined || sealed === undefined) return undefined;
  try {
    const attempt = Attempt.parse(JSON.parse(cipher.decrypt(Buffer.from(sealed, 'base64url'), `sign-in ${state}`, keyId)));
    return nowMs - attempt.startedAt < LASTS_MS ? attempt : undefined;
  } catch {
    return undefined; // Not ours, or under a key that is gone.
  }
}
