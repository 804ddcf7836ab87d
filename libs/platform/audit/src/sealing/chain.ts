import { createHash } from 'node:crypto';
import type { StoredEntry } from '../entry/audit-entry.ts';

/** What the first link follows. */
export const beginning = '0'.repeat(64);

/** The hash of an entry behind all before it: SHA-256 over the hash before and the entry's fields in a fixed order, as JSON. */
export function toLink(before: string, entry: StoredEntry): string {
  const { position, at, sub, role, unit, action, route, about, terms, reason, address, requestId } = entry;
  const row = [position, at, sub, role, unit, action, route, about, terms, reason, address, requestId];
  return createHash('sha256').update(before).update(JSON.stringify(row)).digest('hex');
}
