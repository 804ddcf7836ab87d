import { createHash } from 'node:crypto';

/** What the first link of a chain follows. */
export const beginning = '0'.repeat(64);

/** The hash of something behind all before it: SHA-256 over the hash before and its fields in a fixed order, as JSON. */
export const toChainHash = (before: string, fields: readonly unknown[]): string =>
  createHash('sha256').update(before).update(JSON.stringify(fields)).digest('hex');
