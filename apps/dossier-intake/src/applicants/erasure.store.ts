import type { ApplicantErasure } from '@motcua/contracts';
import type { Transaction } from '@motcua/postgres';

interface Row extends Record<string, unknown> {
  readonly dossier_id: string;
  readonly state: ApplicantErasure['state'];
  readonly ground: ApplicantErasure['ground'];
  readonly asked_by: string | null;
  readonly asked_at: Date;
  readonly decided_by: string | null;
  readonly decided_at: Date | null;
}

/** What became of the applicant's data by a request or by the end of the term; undefined: nothing. */
export async function findErasure(transaction: Transaction, dossierId: string): Promise<ApplicantErasure | undefined> {
  const [row] = await transaction.query<Row>('SELECT * FROM applicant_erasure WHERE dossier_id = $1', [dossierId]);
  return row === undefined ? undefined : toErasure(row);
}

/** Those that wait for a decision, the oldest first. */
export async function listWaitingErasures(transaction: Transaction, limit: number): Promise<ApplicantErasure[]> {
  const text = `SELECT * FROM applicant_erasure WHERE state = 'waiting' ORDER BY asked_at, dossier_id LIMIT $1`;
  return (await transaction.query<Row>(text, [limit])).map(toErasure);
}

/** Writes it down; the transaction holds the dossier's lock. */
export async function putErasure(transaction: Transaction, erasure: ApplicantErasure): Promise<void> {
  const { dossierId, state, ground, askedBy, askedAt, decidedBy, decidedAt } = erasure;
  await transaction.execute(
    `INSERT INTO applicant_erasure (dossier_id, state, ground, asked_by, asked_at, decided_by, decided_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7)
     ON CONFLICT (dossier_id) DO UPDATE SET state = excluded.state, ground = excluded.ground, asked_by = excluded.asked_by,
       asked_at = excluded.asked_at, decided_by = excluded.decided_by, decided_at = excluded.decided_at`,
    [dossierId, state, ground, askedBy, askedAt, decidedBy, decidedAt],
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
});
