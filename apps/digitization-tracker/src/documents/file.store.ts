import { filesOf, type OpenDigitization, type Part, type SignatureStatus } from '@motcua/digitization';
import type { Transaction } from '@motcua/kafka';
import { createBulkInsert } from '@motcua/postgres';

/** What another system told of a file that it keeps. */
export interface HeldElsewhere {
  readonly system: string;
  readonly href: string | null;
  readonly sha256: string | null;
}

/** A file as its row tells. */
export interface FileRow {
  readonly id: string;
  readonly dossierId: string;
  readonly part: Part;
  readonly partCode: string;
  /** Names its content in the store; null, and so what else is known of a content: an archive keeps it. */
  readonly sha256: string | null;
  readonly bytes: number | null;
  readonly mediaType: string | null;
  readonly pages: number | null;
  readonly held: HeldElsewhere | null;
  readonly signature: SignatureStatus;
  /** Why it is not verified, as a code; null: it is, or there is nothing to say. */
  readonly signatureReason: string | null;
  readonly uploadedBy: string;
  readonly uploadedAt: Date;
  readonly reusedFrom: string | null;
  readonly removedAt: Date | null;
  readonly erasedAt: Date | null;
}

const columns = `id, dossier_id AS "dossierId", part, part_code AS "partCode", sha256, bytes::float8 AS bytes,
  media_type AS "mediaType", pages, signature, signature_reason AS "signatureReason", uploaded_by AS "uploadedBy", uploaded_at AS "uploadedAt", reused_from AS "reusedFrom",
  removed_at AS "removedAt", erased_at AS "erasedAt",
  CASE WHEN held_by IS NOT NULL THEN json_build_object('system', held_by, 'href', held_href, 'sha256', held_sha256) END AS held`;

/** Files of a dossier that count, oldest first. */
export const listFiles = (transaction: Transaction, dossierId: string): Promise<FileRow[]> =>
  transaction.query<FileRow>(
    `SELECT ${columns} FROM digitization.file WHERE dossier_id = $1 AND removed_at IS NULL ORDER BY uploaded_at, id`,
    [dossierId],
  );

/** Which of these ids are files already, also removed or erased ones. */
export async function listKnownFiles(transaction: Transaction, ids: readonly string[]): Promise<Set<string>> {
  const rows = await transaction.query<{ id: string }>('SELECT id FROM digitization.file WHERE id = ANY ($1::uuid[])', [ids]);
  return new Set(rows.map(({ id }) => id));
}

export async function findFile(transaction: Transaction, id: string): Promise<FileRow | undefined> {
  const [row] = await transaction.query<FileRow>(`SELECT ${columns} FROM digitization.file WHERE id = $1`, [id]);
  return row;
}

const insert = createBulkInsert({
  into: 'digitization.file',
  columns: {
    id: 'uuid',
    dossier_id: 'uuid',
    part: 'text',
    part_code: 'text',
    sha256: 'text',
    bytes: 'bigint',
    media_type: 'text',
    pages: 'int4',
    signature: 'text',
    signature_reason: 'text',
    uploaded_by: 'text',
    uploaded_at: 'timestamptz',
    reused_from: 'uuid',
    held_by: 'text',
    held_href: 'text',
    held_sha256: 'text',
  },
});

/** In one statement. */
export async function insertFiles(transaction: Transaction, files: readonly FileRow[]): Promise<void> {
  await insert(transaction, files.map(toRow));
}

const toRow = ({ held, ...file }: FileRow) => ({
  id: file.id,
  dossier_id: file.dossierId,
  part: file.part,
  part_code: file.partCode,
  sha256: file.sha256,
  bytes: file.bytes,
  media_type: file.mediaType,
  pages: file.pages,
  signature: file.signature,
  signature_reason: file.signatureReason,
  uploaded_by: file.uploadedBy,
  uploaded_at: file.uploadedAt,
  reused_from: file.reusedFrom,
  held_by: held?.system,
  held_href: held?.href,
  held_sha256: held?.sha256,
});

/** Files that the documents no longer name do not count any more. */
export async function removeOthers(
  transaction: Transaction,
  dossierId: string,
  { documents, because, at }: { readonly documents: OpenDigitization; readonly because: string; readonly at: Date },
): Promise<void> {
  const broken = documents.brokenFiles.map(({ file }) => file);
  const ids = [...documents.components.flatMap(filesOf), ...documents.results.flatMap(({ files }) => files), ...broken];
  await transaction.query(
    `UPDATE digitization.file SET removed_at = $3, removed_because = $4
     WHERE dossier_id = $1 AND removed_at IS NULL AND NOT (id = ANY ($2::uuid[]))`,
    [dossierId, ids.map(({ fileId }) => fileId), at, because],
  );
}
