/** The value of a cookie of a request. */
export function findCookie(header: string | undefined, name: string): string | undefined {
  const pair = header?.split(/;\s*/).find((each) => each.startsWith(`${name}=`));
  return pair?.slice(name.length + 1);
}

const YEAR_SECONDS = 365 * 24 * 3_600;

/** One of ours for a year, which no script reads; the value needs no encoding. */
export const toCookie = (name: string, value: string, { isSecure }: { readonly isSecure: boolean }): string =>
  `${name}=${value}; Path=/identity; Max-Age=${YEAR_SECONDS}; HttpOnly; SameSite=Lax${isSecure ? '; Secure' : ''}`;
