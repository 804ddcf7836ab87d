import type { StoredEntry } from '../entry/audit-entry.ts';
import { toChainHash } from './hash-chain.ts';

/** The hash of an entry behind all before it. */
export function toLink(before: string, entry: StoredEntry): string {
  const { position, at, sub, role, unit, action, route, about, terms, reason, address, requestId } = entry;
  const row = [position, at, sub, role, unit, action, route, about, terms, reason, address, requestId];
  return toChainHash(before, row);
}
