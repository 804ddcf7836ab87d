import { randomBytes } from 'node:crypto';

/** Keys that nothing else has: `FILE_KEYS` and `FILE_NAME_KEY`. */
export function createFileKeys(): Record<'FILE_KEYS' | 'FILE_NAME_KEY', string> {
  const key = (): string => randomBytes(32).toString('base64');
  return { FILE_KEYS: JSON.stringify({ active: 'f1', keys: { f1: key() } }), FILE_NAME_KEY: key() };
}
