import { isCsrfToken } from './session-secret.ts';
import { crossSite } from './session-problems.ts';

export const csrfHeader = 'x-csrf-token';

interface Asked {
  readonly method: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

const safeMethods = ['GET', 'HEAD', 'OPTIONS'];

/**
 * A cookie goes along whoever makes the browser ask. What changes something has to come from a page of ours: the browser says so
 * (`Sec-Fetch-Site`, `Origin`), and the page has the token that only our own pages can read. All three, for each has browsers or proxies
 * in which it fails.
 *
 * @param ownOrigin of `PUBLIC_URL`
 * @throws ProblemError 403 `auth.cross-site`
 */
export function checkOwnPage({ method, headers }: Asked, secret: string, ownOrigin: string): void {
  if (safeMethods.includes(method)) return;
  const { origin, 'sec-fetch-site': site, [csrfHeader]: token } = headers;
  if (site !== undefined && site !== 'same-origin') throw crossSite();
  if (origin !== undefined && origin !== ownOrigin) throw crossSite();
  if (typeof token !== 'string' || !isCsrfToken(secret, token)) throw crossSite();
}
