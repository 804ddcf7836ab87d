import type { KnownDossier } from '@motcua/dossier';
import { toBinaryColumns, type Transaction } from '@motcua/postgres';
import type { DossierRow } from './dossier-row.ts';
import type { EventRow } from './event-row.ts';

/** A dossier with the moment of its last event, as a snapshot needs it. */
export interface StoredDossier {
  readonly dossier: KnownDossier;
  readonly occurredAt: number;
  readonly recordedAt: number;
}

/** Where an event lies in the log. */
export interface EventPlace {
  readonly xid: string;
  readonly position: string;
}

interface StateRow {
  readonly state: KnownDossier;
  readonly occurred_at: Date;
  readonly recorded_at: Date;
}

const find = {
  name: 'dossier.find',
  text: 'SELECT state, occurred_at, recorded_at FROM dossier WHERE dossier_id = $1',
};
const findAll = {
  name: 'dossier.find-all',
  text: 'SELECT state, occurred_at, recorded_at FROM dossier WHERE dossier_id = ANY ($1::uuid[])',
};

export async function findDossier(transaction: Transaction, id: string): Promise<StoredDossier | undefined> {
  const [row] = await transaction.query<StateRow & Record<string, unknown>>(find, [id]);
  return row === undefined ? undefined : toStored(row);
}

export async function findDossiers(transaction: Transaction, ids: readonly string[]): Promise<Map<string, KnownDossier>> {
  const rows = await transaction.query<StateRow & Record<string, unknown>>(findAll, [ids]);
  return new Map(rows.map(({ state }) => [state.id, state]));
}

export const toStored = ({ state, occurred_at, recorded_at }: StateRow): StoredDossier => ({
  dossier: state,
  occurredAt: occurred_at.getTime(),
  recordedAt: recorded_at.getTime(),
});

/** Each with its type in `unnest`. */
const eventColumns = {
  dossier_id: 'uuid',
  version: 'integer',
  type: 'text',
  source: 'text',
  event_id: 'text',
  occurred_at: 'timestamptz',
  recorded_at: 'timestamptz',
  actor: 'text',
} as const;
const appendEvents = {
  name: 'event.append',
  text: `WITH given AS (
      SELECT * FROM unnest($1::uuid[], $2::int[], $3::text[], $4::text[], $5::text[], $6::timestamptz[], $7::timestamptz[], $8::text[], string_to_array($9, E'\\x1e'))
        WITH ORDINALITY AS g (dossier_id, version, type, source, event_id, occurred_at, recorded_at, actor, body, n)),
    written AS (
      INSERT INTO event (dossier_id, version, type, source, event_id, occurred_at, recorded_at, actor, body)
      SELECT dossier_id, version, type, source, event_id, occurred_at, recorded_at, actor, body FROM given ORDER BY n
      RETURNING xid, position)
    SELECT max(xid)::text AS xid, max(position)::text AS position FROM written`,
};

/** Appends events in the order given. Fails (23505) where another writer was there before: the lock makes that a bug, not a race. */
export async function appendEventRows(transaction: Transaction, rows: readonly EventRow[]): Promise<EventPlace> {
  const [place] = await transaction.query<EventPlace & Record<string, unknown>>(appendEvents, [
    ...toBinaryColumns(rows, eventColumns),
    joinTexts(rows.map(({ body }) => body)),
  ]);
  if (place === undefined) throw new Error('Appending events returned no place.');
  return { xid: place.xid, position: place.position };
}

const dossierColumns = {
  dossier_id: 'uuid',
  version: 'integer',
  code: 'text',
  origin: 'text',
  source_code: 'text',
  responsible_unit: 'text',
  handling_unit: 'text',
  path: 'text',
  status: 'integer',
  current_due: 'timestamptz',
  occurred_at: 'timestamptz',
  recorded_at: 'timestamptz',
} as const;
const given = `unnest($1::uuid[], $2::int[], string_to_array($13, E'\\x1e'), $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::int[],
  $10::timestamptz[], $11::timestamptz[], $12::timestamptz[])
  AS g (dossier_id, version, state, code, origin, source_code, responsible_unit, handling_unit, path, status, current_due, occurred_at, recorded_at)`;

const putStates = {
  name: 'dossier.put',
  text: `INSERT INTO dossier AS d (dossier_id, version, state, code, origin, source_code, responsible_unit, handling_unit, path, status,
      current_due, occurred_at, recorded_at)
    SELECT dossier_id, version, state::json, code, origin, source_code, responsible_unit, handling_unit, path::text[], status,
      current_due, occurred_at, recorded_at FROM ${given}
    ON CONFLICT (dossier_id) DO UPDATE SET version = excluded.version, state = excluded.state, code = excluded.code,
      responsible_unit = excluded.responsible_unit, handling_unit = excluded.handling_unit, path = excluded.path,
      status = excluded.status, current_due = excluded.current_due, occurred_at = excluded.occurred_at, recorded_at = excluded.recorded_at`,
};

/** Writes the states after the events; the transaction holds the dossiers' locks. */
export async function putDossierRows(transaction: Transaction, rows: readonly DossierRow[]): Promise<void> {
  await transaction.execute(putStates, [...toBinaryColumns(rows, dossierColumns), joinTexts(rows.map(({ state }) => state))]);
}

/**
 * JSON texts as one parameter: as an array literal every quote of them would be escaped and unescaped (a fifth of an import's
 * processor time). JSON holds no bare control character, so that U+001E can stand between them.
 */
const joinTexts = (texts: readonly string[]): string => texts.join('\u001e');
