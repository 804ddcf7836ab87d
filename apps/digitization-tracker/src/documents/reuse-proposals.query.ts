import type { Actor } from '@motcua/auth';
import type { ReuseProposal } from '@motcua/contracts';
import type { Pool } from 'pg';
import type { Subject } from './document-row.ts';
import { toLocalDate } from './local-date.ts';
import { mayOpenContent } from '../http/unit-access.ts';
import type { ReferenceData } from '../reference/reference-data.ts';

interface Row {
  readonly fileId: string;
  readonly subject: Subject;
  readonly part: 'component' | 'result';
  readonly partCode: string;
  readonly at: Date;
}

/** For whom, and of whom. */
interface Search {
  /** The applicant's. */
  readonly refs: readonly string[];
  /** The dossier that may reuse. */
  readonly dossierId: string;
  /** A handler of that dossier. */
  readonly viewer: { readonly data: ReferenceData; readonly actor: Actor };
}

/** An applicant's files in other dossiers, newest first; a handful is enough to choose from. */
const ofApplicant = `
SELECT f.id AS "fileId", d.subject, f.part, f.part_code AS "partCode", f.uploaded_at AS at
FROM digitization.file f JOIN digitization.dossier d USING (dossier_id)
WHERE (d.applicant_ref = ANY ($1) OR d.applicant_other_refs && $1) AND f.dossier_id <> $2 AND f.removed_at IS NULL AND f.erased_at IS NULL AND f.reused_from IS NULL
  AND f.held_by IS NULL`;

/** What a handler is told: that there is such a paper. Which dossier it is in only those know who may open that. */
const toProposal =
  (because: ReuseProposal['because'], { data, actor }: Search['viewer']) =>
  ({ fileId, subject, part, partCode, at }: Row): ReuseProposal => ({
    fileId,
    part,
    partCode,
    unit: subject.responsibleUnit,
    date: toLocalDate(subject.timeZone, at.getTime()),
    because,
    needs: mayOpenContent(data, actor, subject) ? 'nothing' : 'consent',
  });

/** The very content, attached to another dossier of the applicant. */
export async function listSameContent(pool: Pool, { refs, dossierId, viewer }: Search, sha256: string): Promise<ReuseProposal[]> {
  const { rows } = await pool.query<Row>(`${ofApplicant} AND f.sha256 = $3 ORDER BY f.uploaded_at DESC LIMIT 5`, [
    refs,
    dossierId,
    sha256,
  ]);
  return rows.map(toProposal('same-content', viewer));
}

/** For components that are missing: files of the same component, and results of the same name, in other dossiers of the applicant. */
export async function listSameComponents(
  pool: Pool,
  { refs, dossierId, viewer }: Search,
  codes: readonly string[],
): Promise<ReadonlyMap<string, readonly ReuseProposal[]>> {
  if (codes.length === 0) return new Map();
  const { rows } = await pool.query<Row>(`${ofApplicant} AND f.part_code = ANY ($3) ORDER BY f.uploaded_at DESC LIMIT 100`, [
    refs,
    dossierId,
    codes,
  ]);
  return new Map(
    codes.map((code) => [
      code,
      rows
        .filter(({ partCode }) => partCode === code)
        .slice(0, 5)
        .map(toProposal('same-component', viewer)),
    ]),
  );
}
