import type { DossierSnapshot, HistoryEntry, StepEntry } from '@motcua/contracts';
import type { Transaction } from '@motcua/postgres';

interface HistoryRow extends Record<string, unknown> {
  readonly version: number;
  readonly type: string;
  readonly occurred_at: Date;
  readonly recorded_at: Date;
  readonly actor: string;
  readonly change: Record<string, unknown>;
}

/** What was said and taken down with the events of a dossier, by their version; empty for who does not handle it. */
export interface Said {
  readonly reasons: ReadonlyMap<number, string>;
  readonly entries: ReadonlyMap<number, StepEntry>;
}

const columns = `version, type, occurred_at, recorded_at, actor, body::json #> '{data,change}' AS change`;

/** Every event of a dossier, oldest first. */
export async function listHistory(transaction: Transaction, id: string, said: Said): Promise<HistoryEntry[]> {
  const text = `SELECT ${columns} FROM event WHERE dossier_id = $1 ORDER BY version`;
  return (await transaction.query<HistoryRow>(text, [id])).map((row) => toEntry(row, said));
}

/** One event with the state it left behind; undefined: the dossier has no such event. */
export async function findHistoryEntry(
  transaction: Transaction,
  { id, version }: { readonly id: string; readonly version: number },
  said: Said,
): Promise<{ readonly step: HistoryEntry; readonly after: DossierSnapshot } | undefined> {
  const text = `SELECT ${columns}, body::json -> 'data' AS data FROM event WHERE dossier_id = $1 AND version = $2`;
  const [row] = await transaction.query<HistoryRow & { readonly data: Record<string, unknown> }>(text, [id, version]);
  if (row === undefined) return undefined;
  const { change: _change, importSession: _session, ...after } = row.data;
  // What is left of a published event without these two is the snapshot that it carries.
  return { step: toEntry(row, said), after: after as unknown as DossierSnapshot };
}

function toEntry(
  { version, type, occurred_at, recorded_at, actor, change }: HistoryRow,
  { reasons, entries }: Said,
): HistoryEntry {
  const [reasonText, desk] = [reasons.get(version), entries.get(version)];
  return {
    version,
    type,
    occurredAt: occurred_at.toISOString(),
    recordedAt: recorded_at.toISOString(),
    actor,
    change,
    ...(reasonText === undefined ? {} : { reasonText }),
    ...(desk === undefined ? {} : { desk }),
  };
}
