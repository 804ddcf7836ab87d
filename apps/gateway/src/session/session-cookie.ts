import { parseCookie, stringifySetCookie } from 'cookie';

/**
 * `__Host-`: browsers take it only with Secure, for this host alone and for all paths, so that no neighbour of ours can set one. Browsers
 * count http://127.0.0.1 and http://localhost as secure; any other installation needs TLS before it.
 */
const cookieName = '__Host-motcua-session';

const attributes = { path: '/', httpOnly: true, secure: true, sameSite: 'lax' } as const;

/** `Set-Cookie` for a session: the browser forgets it when it closes, we forget it sooner. */
export const toSessionCookie = (secret: string): string => stringifySetCookie(cookieName, secret, attributes);

export const forgetSessionCookie = (): string => stringifySetCookie(cookieName, '', { ...attributes, maxAge: 0 });

/** @param header `Cookie` of a request */
export function findSessionSecret(header: string | undefined): string | undefined {
  if (header === undefined) return undefined;
  const secret = parseCookie(header)[cookieName];
  return secret !== undefined && /^[\w-]{43}$/.test(secret) ? secret : undefined;
}

/** `Cookie` for who must not see ours. @returns undefined where nothing is left */
export function withoutSessionCookie(header: string | undefined): string | undefined {
  const others = header?.split('; ').filter((cookie) => !cookie.startsWith(`${cookieName}=`)) ?? [];
  return others.length === 0 ? undefined : others.join('; ');
}

/** Whether a browser came with a session's cookie, alive or not. */
export const bringsSessionCookie = (header: string | undefined): boolean => header?.includes(`${cookieName}=`) === true;
