import type { StoredEntry } from '../entry/audit-entry.ts';

export interface EntryRow extends Omit<StoredEntry, 'at' | 'requestId'> {
  readonly [column: string]: unknown;
  readonly at: Date;
  readonly request_id: string;
}

export const entryColumns =
  'entry.position::text AS position, entry.at, entry.sub, entry.role, entry.unit, entry.action, entry.route, entry.about, entry.terms, entry.reason, entry.address, entry.request_id';

export function toStoredEntry(row: EntryRow): StoredEntry {
  const { position, at, sub, role, unit, action, route, about, terms, reason, address, request_id: requestId } = row;
  return { position, at: at.getTime(), sub, role, unit, action, route, about, terms, reason, address, requestId };
}
