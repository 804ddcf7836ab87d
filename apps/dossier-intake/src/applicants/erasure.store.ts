import type { ApplicantErasure, ApplicantErasureList } from '@motcua/contracts';
import type { Transaction } from '@motcua/postgres';

interface Row extends Record<string, unknown> {
  readonly dossier_id: string;
  readonly state: ApplicantErasure['state'];
  readonly ground: ApplicantErasure['ground'];
  readonly asked_by: string | null;
  readonly asked_at: Date;
  readonly decided_by: string | null;
  readonly decided_at: Date | null;
  readonly kept_because: NonNullable<ApplicantErasure['reason']> | null;
}

/** A request that waits, else that data were erased, else what became of the last request; undefined: nobody asked. */
export async function findErasure(transaction: Transaction, dossierId: string): Promise<ApplicantErasure | undefined> {
  const [row] = await transaction.query<Row>(
    `SELECT * FROM applicant_erasure WHERE dossier_id = $1
     ORDER BY array_position(ARRAY['waiting', 'erased'], state), position DESC LIMIT 1`,
    [dossierId],
  );
  return row === undefined ? undefined : toErasure(row);
}

/** With what its dossier is known by. */
interface ListedRow extends Row {
  readonly code: string | null;
  readonly source_code: string | null;
  readonly responsible_unit: string;
}

export interface ErasureQuestion {
  readonly state: 'waiting' | 'erased';
  /** Asked for, or erased, from this moment on. */
  readonly since: string;
  /** Of dossiers that a unit or one below it answers for, or that one of `below` handles; undefined: of all. */
  readonly unit: { readonly code: string; readonly below: readonly string[] } | undefined;
  readonly limit: number;
}

/** The oldest first. */
export async function listErasures(
  transaction: Transaction,
  { state, since, unit, limit }: ErasureQuestion,
): Promise<ApplicantErasureList['erasures']> {
  const at = state === 'waiting' ? 'asked_at' : 'decided_at';
  const scope = `($3::text IS NULL OR dossier.path @> ARRAY[$3::text] OR dossier.handling_unit = ANY ($4::text[]))`;
  const rows = await transaction.query<ListedRow>(
    `SELECT erasure.*, dossier.code, dossier.source_code, dossier.responsible_unit FROM applicant_erasure AS erasure JOIN dossier USING (dossier_id)
     WHERE erasure.state = $1 AND erasure.${at} >= $2 AND ${scope} ORDER BY erasure.${at}, erasure.dossier_id LIMIT $5`,
    [state, since, unit?.code ?? null, unit?.below ?? [], limit],
  );
  return rows.map((row) => ({
    ...toErasure(row),
    ...{ code: row.code, sourceCode: row.source_code, responsibleUnit: row.responsible_unit },
  }));
}

/** Writes a request down; the transaction holds the dossier's lock, and none waits. */
export async function insertErasure(transaction: Transaction, erasure: ApplicantErasure): Promise<void> {
  const { dossierId, state, ground, askedBy, askedAt } = erasure;
  await transaction.execute(
    'INSERT INTO applicant_erasure (dossier_id, state, ground, asked_by, asked_at) VALUES ($1, $2, $3, $4, $5)',
    [dossierId, state, ground, askedBy, askedAt],
  );
}

/** Writes down what became of the request that waits; the transaction holds the dossier's lock. */
export async function decideErasure(transaction: Transaction, erasure: ApplicantErasure): Promise<void> {
  const { dossierId, state, decidedBy, decidedAt, reason = null } = erasure;
  await transaction.execute(
    `UPDATE applicant_erasure SET state = $2, decided_by = $3, decided_at = $4, kept_because = $5
     WHERE dossier_id = $1 AND state = 'waiting'`,
    [dossierId, state, decidedBy, decidedAt, reason],
  );
}

const toErasure = (row: Row): ApplicantErasure => ({
  dossierId: row.dossier_id,
  state: row.state,
  ground: row.ground,
  askedBy: row.asked_by,
  askedAt: row.asked_at.toISOString(),
  decidedBy: row.decided_by,
  decidedAt: row.decided_at?.toISOString() ?? null,
  reason: row.kept_because,
});
