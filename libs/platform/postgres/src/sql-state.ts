/** Connection lost or refused (08, 57P), deadlock, serialization, lock or transaction timeout, too many connections. */
const transientStates = /^(08|57P0|40001$|40P01$|55P03$|25P0[34]$|57014$|53[0-9])/;
const transientCodes = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN']);
const transientMessage =
  /connection terminated|timeout exceeded when trying to connect|client has encountered a connection error|query read timeout/i;
const maxCauses = 5;

/** The SQLSTATE (or the socket's error code) of an error, looked for in its causes and in TypeORM's `driverError` too. */
export function sqlStateOf(error: unknown): string | undefined {
  return chainOf(error)
    .map(({ code }) => code)
    .find((code) => typeof code === 'string');
}

/** Whether the same step may succeed when repeated: nothing about the data was wrong. */
export function isTransient(error: unknown): boolean {
  const code = sqlStateOf(error);
  if (code !== undefined && (transientStates.test(code) || transientCodes.has(code))) return true;
  return chainOf(error).some(({ message }) => typeof message === 'string' && transientMessage.test(message));
}

/** Whether a statement was not answered in time: its connection is dead, or as good as dead, and whatever is said on it waits as long. */
export const isUnanswered = (error: unknown): boolean => chainOf(error).some(({ message }) => message === 'Query read timeout');

/** 23505; with `constraint` only that constraint's or index's. */
export function isUniqueViolation(error: unknown, constraint?: string): boolean {
  return sqlStateOf(error) === '23505' && (constraint === undefined || constraintOf(error) === constraint);
}

/** The name of the constraint an error names, if any. */
export function constraintOf(error: unknown): string | undefined {
  return chainOf(error)
    .map(({ constraint }) => constraint)
    .find((constraint) => typeof constraint === 'string');
}

interface Link {
  readonly code?: unknown;
  readonly constraint?: unknown;
  readonly message?: unknown;
  readonly cause?: unknown;
  readonly driverError?: unknown;
}

function chainOf(error: unknown, depth = 0): Link[] {
  if (typeof error !== 'object' || error === null || depth > maxCauses) return [];
  const link: Link = error;
  return [link, ...chainOf(link.driverError, depth + 1), ...chainOf(link.cause, depth + 1)];
}
