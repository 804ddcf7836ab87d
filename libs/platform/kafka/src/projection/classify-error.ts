/**
 * What an error from `apply` or the database means.
 * - `transient`: the same transaction may pass if run again.
 * - `data`: these rows will never pass; some message among them is poison.
 * - `unknown`: a bug or a broken environment; nothing may be skipped for it.
 */
export type ErrorKind = 'transient' | 'data' | 'unknown';

/** Thrown by `apply` to say outright what an error means, where no SQLSTATE does. */
export class TransientError extends Error {
  override readonly name = 'TransientError';
  readonly errorKind = 'transient';
}
export class PermanentDataError extends Error {
  override readonly name = 'PermanentDataError';
  readonly errorKind = 'data';
}

// PostgreSQL error classes: 08 connection, 53 resources, 57P operator intervention; 40001 serialization, 40P01 deadlock,
// 55P03 lock timeout, 57014 statement or lock timeout cancel, 25P03/25P04 idle and transaction timeout
const transientState = /^(08...|53...|57P0[123]|40001|40P01|55P03|57014|25P0[34])$/;
// 22 data exceptions, 23 integrity constraint violations
const dataState = /^(22...|23...)$/;
const lostConnection = new Set(['ECONNRESET', 'ECONNREFUSED', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENOTFOUND', 'EAI_AGAIN']);
// pg rejects with plain errors when a connection goes away under a query
const lostConnectionText =
  /Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect|server closed the connection/i;

export function classifyError(error: unknown): ErrorKind {
  const declared = findDeclaredKind(error);
  if (declared !== undefined) return declared;
  const code = findCode(error);
  if (code !== undefined && (transientState.test(code) || lostConnection.has(code))) return 'transient';
  if (code !== undefined && dataState.test(code)) return 'data';
  return error instanceof Error && lostConnectionText.test(error.message) ? 'transient' : 'unknown';
}

// by a field and not by `instanceof`: the error may come from another copy of this library
const findDeclaredKind = (error: unknown): ErrorKind | undefined => {
  if (typeof error !== 'object' || error === null || !('errorKind' in error)) return undefined;
  return error.errorKind === 'transient' || error.errorKind === 'data' ? error.errorKind : undefined;
};

/** SQLSTATE or system error code; TypeORM keeps the driver's error in `driverError`. */
function findCode(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  if ('code' in error && typeof error.code === 'string') return error.code;
  return 'driverError' in error ? findCode(error.driverError) : undefined;
}
