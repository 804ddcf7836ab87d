/** What a log line keeps of an error: no SQL parameters and no `detail` of PostgreSQL's, which quote people's data. */
export interface ErrorFields {
  readonly type: string;
  readonly message: string;
  readonly code?: string;
  readonly stack?: string;
  readonly cause?: ErrorFields;
}

const maxCauses = 5;

/** Maps anything thrown to loggable fields, following `cause` a few steps. */
export function toErrorFields(thrown: unknown, depth = 0): ErrorFields {
  if (!isErrorLike(thrown)) return { type: typeof thrown, message: String(thrown) };
  const { code, cause, stack } = thrown;
  return {
    type: thrown.name,
    message: thrown.message,
    ...(typeof code === 'string' ? { code } : {}),
    ...(typeof stack === 'string' ? { stack } : {}),
    ...(cause !== undefined && depth < maxCauses ? { cause: toErrorFields(cause, depth + 1) } : {}),
  };
}

/** By shape, not by class: errors of Node's core come from another realm in some runtimes. */
function isErrorLike(thrown: unknown): thrown is Error & { code?: unknown } {
  return (
    typeof thrown === 'object' && thrown !== null && 'message' in thrown && 'name' in thrown && typeof thrown.message === 'string'
  );
}
