import { createHash } from 'node:crypto';

export interface IdempotentRequest {
  /** Whose key it is: two callers may use one key for two things. */
  readonly actor: string;
  /** A hash of the key that was given: callers make keys of whatever they like, names and numbers too. */
  readonly key: string;
  /** The key as it was given, by which an earlier version stored its answers; it is written nowhere. */
  readonly givenKey: string;
  readonly requestHash: string;
}

export interface RequestParts {
  readonly actor: string;
  /** The `Idempotency-Key` header; undefined means the caller asks for no protection. */
  readonly key: string | undefined;
  readonly method: string;
  readonly path: string;
  /** The body as it was validated; keys in another order are the same body. */
  readonly body: unknown;
}

export function toIdempotentRequest({ actor, key, method, path, body }: RequestParts): IdempotentRequest | undefined {
  if (key === undefined) return undefined;
  const content = `${method} ${path}\n${typeof body === 'string' ? body : canonicalJson(body)}`;
  const hashed = createHash('sha256').update(`${actor}\n${key}`).digest('base64url');
  return { actor, key: hashed, givenKey: key, requestHash: createHash('sha256').update(content).digest('base64url') };
}

function canonicalJson(value: unknown): string {
  return JSON.stringify(value ?? null, (_key, item: unknown) => (isRecord(item) ? sortKeys(item) : item));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function sortKeys(record: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}
