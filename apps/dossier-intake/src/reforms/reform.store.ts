import type { ReformDocument, ReformState } from '@motcua/contracts';
import { createBulkInsert, type Transaction } from '@motcua/postgres';
import type { CatalogueDocuments } from './to-catalogue-documents.ts';

/** A reform that was applied. */
export interface StoredReform {
  readonly id: string;
  readonly digest: string;
  readonly document: ReformDocument;
  /** What the catalogue is to have of it, and what undoes that. */
  readonly catalogue: { readonly apply: CatalogueDocuments; readonly revert: CatalogueDocuments };
  /** Units that end with it. */
  readonly ending: readonly string[];
  /** Epoch milliseconds. */
  readonly effectiveAt: number;
  readonly state: ReformState;
  readonly appliedBy: string;
  readonly appliedAt: Date;
  readonly confirmedBy: string | null;
  readonly confirmedAt: Date | null;
  readonly revertedBy: string | null;
  /** Milliseconds since it was applied, by the database's clock. */
  readonly ageMs: number;
}

const columns = `id, digest, document, catalogue, ending, state, applied_by AS "appliedBy", applied_at AS "appliedAt",
  confirmed_by AS "confirmedBy", confirmed_at AS "confirmedAt", reverted_by AS "revertedBy",
  (extract(epoch FROM effective_at) * 1000)::float8 AS "effectiveAt",
  (extract(epoch FROM clock_timestamp() - applied_at) * 1000)::float8 AS "ageMs"`;

type Row = StoredReform & Record<string, unknown>;

export type NewReform = Pick<StoredReform, 'id' | 'digest' | 'document' | 'catalogue' | 'ending' | 'effectiveAt' | 'appliedBy'>;

/** Whoever applies a reform waits until others who do so have committed: what it takes is looked at once more behind this. */
export async function lockReforms(transaction: Transaction): Promise<void> {
  await transaction.query("SELECT pg_advisory_xact_lock(hashtextextended('intake.reform.apply', 0))");
}

export async function insertReform(transaction: Transaction, reform: NewReform): Promise<void> {
  const { id, digest, document, catalogue, ending, effectiveAt, appliedBy } = reform;
  await transaction.execute(
    `INSERT INTO reform (id, digest, document, catalogue, ending, effective_at, state, applied_by, applied_at)
     VALUES ($1, $2, $3, $4, $5, to_timestamp($6::float8 / 1000), 'planning', $7, clock_timestamp())`,
    [id, digest, JSON.stringify(document), JSON.stringify(catalogue), ending, effectiveAt, appliedBy],
  );
}

export async function findReform(transaction: Transaction, id: string): Promise<StoredReform | undefined> {
  const [row] = await transaction.query<Row>(`SELECT ${columns} FROM reform WHERE id = $1`, [id]);
  return row;
}

/** The same, held until the end of the transaction: of two decisions on it the second sees the first. */
export async function lockReform(transaction: Transaction, id: string): Promise<StoredReform | undefined> {
  const [row] = await transaction.query<Row>(`SELECT ${columns} FROM reform WHERE id = $1 FOR UPDATE`, [id]);
  return row;
}

/** Its state, which nobody changes before the end of the transaction. */
export async function holdState(transaction: Transaction, id: string): Promise<ReformState | undefined> {
  const [row] = await transaction.query<{ state: ReformState }>('SELECT state FROM reform WHERE id = $1 FOR SHARE', [id]);
  return row?.state;
}

export const listReforms = (transaction: Transaction): Promise<StoredReform[]> =>
  transaction.query<Row>(`SELECT ${columns} FROM reform ORDER BY applied_at DESC`);

/** Those of which something may be left to do: what has stood is still followed by dossiers that come late. */
export const listFollowed = (transaction: Transaction): Promise<StoredReform[]> =>
  transaction.query<Row>(`SELECT ${columns} FROM reform WHERE state <> 'reverted' ORDER BY applied_at`);

/** @returns whether it was in the state */
export async function passOn(transaction: Transaction, id: string, from: ReformState, to: ReformState): Promise<boolean> {
  const rows = await transaction.query('UPDATE reform SET state = $3 WHERE id = $1 AND state = $2 RETURNING id', [id, from, to]);
  return rows.length > 0;
}

export async function noteConfirmed(transaction: Transaction, id: string, by: string): Promise<void> {
  await transaction.execute(
    `UPDATE reform SET state = 'confirmed', confirmed_by = $2, confirmed_at = clock_timestamp() WHERE id = $1`,
    [id, by],
  );
}

export async function noteReverting(transaction: Transaction, id: string, by: string): Promise<void> {
  await transaction.execute(
    `UPDATE reform SET state = 'reverting', reverted_by = $2, reverted_at = clock_timestamp() WHERE id = $1`,
    [id, by],
  );
}

export interface PlannedDossier {
  readonly dossierId: string;
  readonly state: 'planned' | 'unmapped';
}

const insertPlan = createBulkInsert({
  into: 'reform_dossier',
  columns: { reform_id: 'text', dossier_id: 'uuid', state: 'text' },
  key: ['reform_id', 'dossier_id'],
  ifThere: 'replace',
});

/** Adds to the plan; one that came back to a unit that has ended is planned again. */
export async function plan(transaction: Transaction, reformId: string, dossiers: readonly PlannedDossier[]): Promise<void> {
  await insertPlan(
    transaction,
    dossiers.map(({ dossierId, state }) => ({ reform_id: reformId, dossier_id: dossierId, state })),
  );
}

/** The next dossiers in a state, in the order of their ids. */
export async function listInState(
  transaction: Transaction,
  reformId: string,
  state: 'planned' | 'moved',
  limit: number,
): Promise<string[]> {
  const rows = await transaction.query<{ id: string }>(
    `SELECT dossier_id AS id FROM reform_dossier WHERE reform_id = $1 AND state = $2 ORDER BY dossier_id LIMIT $3`,
    [reformId, state, limit],
  );
  return rows.map(({ id }) => id);
}

/** Takes dossiers out of the plan that have not moved, so many at a time. @returns how many */
export const dropPlanned = (transaction: Transaction, reformId: string, limit: number): Promise<number> =>
  transaction.execute(
    `DELETE FROM reform_dossier WHERE reform_id = $1 AND state = 'planned' AND dossier_id IN
      (SELECT dossier_id FROM reform_dossier WHERE reform_id = $1 AND state = 'planned' ORDER BY dossier_id LIMIT $2)`,
    [reformId, limit],
  );

export interface MoveRow {
  readonly dossier_id: string;
  readonly from_unit: string | null;
  readonly to_unit: string | null;
  readonly from_handling: string | null;
  readonly to_handling: string | null;
}

/** Which of them are still in the state: asked when their locks are held, because another instance may have been there. */
export const listStillInState = (
  transaction: Transaction,
  reformId: string,
  state: 'planned' | 'moved',
  ids: readonly string[],
): Promise<MoveRow[]> =>
  transaction.query<MoveRow & Record<string, unknown>>(
    `SELECT dossier_id, from_unit, to_unit, from_handling, to_handling FROM reform_dossier
     WHERE reform_id = $1 AND state = $2 AND dossier_id = ANY ($3::uuid[]) ORDER BY dossier_id`,
    [reformId, state, ids],
  );

export interface Outcome extends MoveRow {
  readonly state: 'moved' | 'skipped' | 'unmapped' | 'returned';
}

const putOutcomes = createBulkInsert({
  into: 'reform_dossier',
  columns: {
    reform_id: 'text',
    dossier_id: 'uuid',
    state: 'text',
    from_unit: 'text',
    to_unit: 'text',
    from_handling: 'text',
    to_handling: 'text',
  },
  key: ['reform_id', 'dossier_id'],
  ifThere: 'replace',
});

export const noteOutcomes = (transaction: Transaction, reformId: string, outcomes: readonly Outcome[]): Promise<unknown> =>
  putOutcomes(
    transaction,
    outcomes.map((outcome) => ({ reform_id: reformId, ...outcome })),
  );

export type Counts = Readonly<Record<'planned' | 'moved' | 'skipped' | 'unmapped' | 'returned', number>>;

export async function countDossiers(transaction: Transaction, reformId: string): Promise<Counts> {
  const rows = await transaction.query<{ state: keyof Counts; count: number }>(
    'SELECT state, count(*)::int AS count FROM reform_dossier WHERE reform_id = $1 GROUP BY state',
    [reformId],
  );
  const none: Counts = { planned: 0, moved: 0, skipped: 0, unmapped: 0, returned: 0 };
  return rows.reduce((counts, { state, count }) => ({ ...counts, [state]: count }), none);
}

/** How many of those that nobody goes on with are still with a unit that has ended: an officer may have given them to another meanwhile. */
export async function countUnowned(transaction: Transaction, { id, ending }: StoredReform): Promise<number> {
  const [row] = await transaction.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM reform_dossier r JOIN dossier d USING (dossier_id)
     WHERE r.reform_id = $1 AND r.state = 'unmapped' AND (d.responsible_unit = ANY ($2::text[]) OR d.handling_unit = ANY ($2::text[]))`,
    [id, ending],
  );
  return row?.count ?? 0;
}
