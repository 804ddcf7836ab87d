import { Parameters, type Queryable } from '@motcua/postgres';
import type { StoredEntry } from '../entry/audit-entry.ts';
import { entryColumns, toStoredEntry, type EntryRow } from '../sealing/stored-entries.ts';

export interface EntryFilter {
  readonly sub?: string | undefined;
  readonly action?: string | undefined;
  /** One of what an entry is about, as it is kept: `id=<uuid>`. */
  readonly about?: string | undefined;
  /** As they are kept: a keyed hash. */
  readonly terms?: string | undefined;
  readonly reason?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** Entries before this position. */
  readonly before?: string | undefined;
}

/** Entries that fit, newest first. */
export async function listEntries(database: Queryable, filter: EntryFilter, limit: number): Promise<StoredEntry[]> {
  const parameters = new Parameters();
  const where = Object.entries(conditions).flatMap(([name, condition]) => {
    const value = filter[name as keyof EntryFilter];
    return value === undefined ? [] : [condition(parameters.put(value))];
  });
  const rows = await database.query<EntryRow>(
    `SELECT ${entryColumns} FROM audit_entry AS entry ${where.length === 0 ? '' : `WHERE ${where.join(' AND ')}`}
     ORDER BY entry.position DESC LIMIT ${parameters.put(limit)}`,
    parameters.values,
  );
  return rows.map(toStoredEntry);
}

const conditions: Readonly<Record<keyof EntryFilter, (value: string) => string>> = {
  sub: (value) => `entry.sub = ${value}`,
  action: (value) => `${value} = ANY (string_to_array(entry.action, ' '))`,
  about: (value) => `${value} = ANY (string_to_array(entry.about, ' '))`,
  terms: (value) => `entry.terms = ${value}`,
  reason: (value) => `entry.reason = ${value}`,
  from: (value) => `entry.at >= ${value}`,
  to: (value) => `entry.at < ${value}`,
  before: (value) => `entry.position < ${value}`,
};
