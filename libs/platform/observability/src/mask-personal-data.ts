import { isErrorLike } from './database-text.ts';
import { toErrorFields } from './to-error-fields.ts';

const maskedKeys = new Set(
  [
    'applicant',
    'authorizedPerson',
    'name',
    'fullName',
    'phone',
    'idNumber',
    'email',
    'address',
    'authorization',
    'cookie',
    'password',
    'token',
    'parameters',
  ].map((key) => key.toLowerCase()),
);
const mask = '[masked]';
/** Deeper than any log line we write; also ends cycles. */
const maxDepth = 6;

/**
 * A copy of a log line's fields in which whatever hangs below a personal key (applicant, name, phone, idNumber, email, …) or a
 * secret one (authorization, password, token) is masked, at any depth. Errors lose what they quote, wherever they stand; other
 * objects with a class (dates) pass as they are.
 */
export function maskPersonalData(fields: Record<string, unknown>): Record<string, unknown> {
  return maskObject(fields, 0);
}

function maskObject(fields: Record<string, unknown>, depth: number): Record<string, unknown> {
  const entries = Object.entries(fields).map(([key, value]) => [
    key,
    maskedKeys.has(key.toLowerCase()) ? mask : isSerialized(key, depth) ? value : maskValue(value, depth + 1),
  ]);
  return Object.fromEntries(entries) as Record<string, unknown>;
}

/** The logger makes fields of it afterwards. */
const isSerialized = (key: string, depth: number): boolean => key === 'err' && depth === 0;

function maskValue(value: unknown, depth: number): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (depth > maxDepth) return '[too deep]';
  if (Array.isArray(value)) return value.map((item: unknown) => maskValue(item, depth + 1));
  if (isPlain(value)) return maskObject(value, depth);
  return isErrorLike(value) ? toErrorFields(value) : value;
}

function isPlain(value: object): value is Record<string, unknown> {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
