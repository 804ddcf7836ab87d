const maxCauses = 8;

type ErrorLike = Error & { readonly code?: unknown };

/** By shape, not by class: errors of Node's core come from another realm in some runtimes. */
export function isErrorLike(thrown: unknown): thrown is ErrorLike {
  return (
    typeof thrown === 'object' && thrown !== null && 'message' in thrown && 'name' in thrown && typeof thrown.message === 'string'
  );
}

/** An answer of PostgreSQL: a state of five characters, and a severity. Drivers and mappers copy both onto errors of their own. */
export function isDatabaseError(thrown: unknown): thrown is ErrorLike & { readonly code: string } {
  return isErrorLike(thrown) && 'severity' in thrown && typeof thrown.code === 'string' && /^[0-9A-Z]{5}$/.test(thrown.code);
}

/**
 * A text about an error without what PostgreSQL wrote: its messages quote the values that it was given (`invalid input syntax for type
 * uuid: "…"`). Whoever wraps such an error often repeats its text, so all causes are looked through.
 */
export function withoutDatabaseText(text: string, thrown: unknown): string {
  let clean = text;
  for (const error of causesOf(thrown))
    if (isDatabaseError(error) && error.message !== '') clean = clean.replaceAll(error.message, `database error ${error.code}`);
  return clean;
}

function causesOf(thrown: unknown): ErrorLike[] {
  const chain: ErrorLike[] = [];
  for (let error = thrown; isErrorLike(error) && chain.length < maxCauses; error = error.cause) chain.push(error);
  return chain;
}
