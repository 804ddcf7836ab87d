import type { ReuseProposal } from '@motcua/contracts';
import type { Pool } from 'pg';

interface Row {
  readonly fileId: string;
  readonly dossierId: string;
  readonly code: string | null;
  readonly part: 'component' | 'result';
  readonly partCode: string;
  readonly at: Date;
  readonly sha256: string;
}

/** An applicant's files in other dossiers, newest first; a handful is enough to choose from. */
const ofApplicant = `
SELECT f.id AS "fileId", f.dossier_id AS "dossierId", d.subject ->> 'code' AS code, f.part, f.part_code AS "partCode",
  f.uploaded_at AS at, f.sha256
FROM digitization.file f JOIN digitization.dossier d USING (dossier_id)
WHERE d.applicant_ref = $1 AND f.dossier_id <> $2 AND f.removed_at IS NULL AND f.erased_at IS NULL AND f.reused_from IS NULL
  AND f.held_by IS NULL`;

const toProposal =
  (because: ReuseProposal['because']) =>
  ({ fileId, dossierId, code, part, partCode, at }: Row): ReuseProposal => ({
    ...{ fileId, dossierId, code, part, partCode, because },
    at: at.toISOString(),
  });

/** The very content, attached to another dossier of the applicant. */
export async function listSameContent(pool: Pool, ref: string, dossierId: string, sha256: string): Promise<ReuseProposal[]> {
  const { rows } = await pool.query<Row>(`${ofApplicant} AND f.sha256 = $3 ORDER BY f.uploaded_at DESC LIMIT 5`, [
    ref,
    dossierId,
    sha256,
  ]);
  return rows.map(toProposal('same-content'));
}

/** For components that are missing: files of the same component, and results of the same name, in other dossiers of the applicant. */
export async function listSameComponents(
  pool: Pool,
  ref: string,
  dossierId: string,
  codes: readonly string[],
): Promise<ReadonlyMap<string, readonly ReuseProposal[]>> {
  if (codes.length === 0) return new Map();
  const { rows } = await pool.query<Row>(`${ofApplicant} AND f.part_code = ANY ($3) ORDER BY f.uploaded_at DESC LIMIT 100`, [
    ref,
    dossierId,
    codes,
  ]);
  return new Map(
    codes.map((code) => [
      code,
      rows
        .filter(({ partCode }) => partCode === code)
        .slice(0, 5)
        .map(toProposal('same-component')),
    ]),
  );
}
