import type { Transaction } from '@motcua/postgres';
import { validityOf, type EntryKind, type EntryVersion } from './entry.ts';

interface Row extends Record<string, unknown> {
  readonly code: string;
  readonly version: number;
  readonly recorded_at: Date;
  readonly superseded_by: number | null;
  readonly document: EntryVersion['document'];
}

export interface NewVersion {
  readonly kind: EntryKind;
  readonly code: string;
  readonly version: number;
  readonly supersedes: number | null;
  readonly document: EntryVersion['document'];
  readonly recordedBy: string;
}

export type Histories = Map<string, EntryVersion[]>;

const columns = 'code, version, recorded_at, superseded_by, document';

/** One writer of a kind at a time: units are judged as a whole. Must be the first statement of its transaction (see `outboxTables`). */
export async function lockKind(transaction: Transaction, kind: EntryKind): Promise<void> {
  await transaction.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 7150923))', [`catalogue ${kind}`]);
}

/** All versions of the given codes, oldest first. Unknown codes are absent. */
export async function findHistories(transaction: Transaction, kind: EntryKind, codes: readonly string[]): Promise<Histories> {
  const text = `SELECT ${columns} FROM entry_version WHERE kind = $1 AND code = ANY($2) ORDER BY code, version`;
  return toHistories(await transaction.query<Row>({ name: 'entry.histories', text }, [kind, codes]));
}

/** Every version of a kind that counts. */
export async function listCounting(transaction: Transaction, kind: EntryKind): Promise<Histories> {
  const text = `SELECT ${columns} FROM entry_version WHERE kind = $1 AND superseded_by IS NULL ORDER BY code, version`;
  return toHistories(await transaction.query<Row>({ name: 'entry.counting', text }, [kind]));
}

/** @returns the version as it was written, with its moment */
export async function appendVersion(
  transaction: Transaction,
  { kind, code, version, supersedes, document, recordedBy }: NewVersion,
): Promise<EntryVersion> {
  const supersede = 'UPDATE entry_version SET superseded_by = $4 WHERE kind = $1 AND code = $2 AND version = $3';
  if (supersedes !== null) await transaction.execute(supersede, [kind, code, supersedes, version]);
  const { validFrom, validTo } = validityOf(document);
  const text = `INSERT INTO entry_version (kind, code, version, valid_from, valid_to, document, recorded_by)
    VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING ${columns}`;
  const rows = await transaction.query<Row>({ name: 'entry.append', text }, [
    kind,
    code,
    version,
    validFrom,
    validTo,
    JSON.stringify(document),
    recordedBy,
  ]);
  return rows.map(toVersion)[0] ?? fail(code);
}

/** Puts an event into the outbox. */
export async function appendEvent(transaction: Transaction, topic: string, code: string, event: object): Promise<void> {
  const text = 'INSERT INTO ref_event (topic, code, body) VALUES ($1, $2, $3)';
  await transaction.execute({ name: 'ref_event.append', text }, [topic, code, JSON.stringify(event)]);
}

function fail(code: string): never {
  throw new Error(`INSERT … RETURNING of ${code} returned nothing`);
}

function toHistories(rows: readonly Row[]): Histories {
  const histories: Histories = new Map();
  for (const row of rows) histories.set(row.code, [...(histories.get(row.code) ?? []), toVersion(row)]);
  return histories;
}

export function toVersion(row: Row): EntryVersion {
  const { version, superseded_by: supersededBy, document } = row;
  return { version, recordedAt: row.recorded_at.toISOString(), supersededBy, document };
}
