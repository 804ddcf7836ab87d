import type { Component, OpenDigitization, Part } from '@motcua/digitization';
import type { Transaction } from '@motcua/kafka';

/** A file as its row tells. */
export interface FileRow {
  readonly id: string;
  readonly dossierId: string;
  readonly part: Part;
  readonly partCode: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly mediaType: string;
  readonly pages: number;
  readonly signed: boolean;
  readonly uploadedBy: string;
  readonly uploadedAt: Date;
  readonly reusedFrom: string | null;
  readonly removedAt: Date | null;
  readonly erasedAt: Date | null;
}

const columns = `id, dossier_id AS "dossierId", part, part_code AS "partCode", sha256, bytes::float8 AS bytes,
  media_type AS "mediaType", pages, signed, uploaded_by AS "uploadedBy", uploaded_at AS "uploadedAt", reused_from AS "reusedFrom",
  removed_at AS "removedAt", erased_at AS "erasedAt"`;

/** Files of a dossier that count, oldest first. */
export const listFiles = (transaction: Transaction, dossierId: string): Promise<FileRow[]> =>
  transaction.query<FileRow>(
    `SELECT ${columns} FROM digitization.file WHERE dossier_id = $1 AND removed_at IS NULL ORDER BY uploaded_at, id`,
    [dossierId],
  );

export async function findFile(transaction: Transaction, id: string): Promise<FileRow | undefined> {
  const [row] = await transaction.query<FileRow>(`SELECT ${columns} FROM digitization.file WHERE id = $1`, [id]);
  return row;
}

export async function insertFile(transaction: Transaction, file: FileRow): Promise<void> {
  const { id, dossierId, part, partCode, sha256, bytes, mediaType, pages, signed, uploadedBy, uploadedAt, reusedFrom } = file;
  await transaction.query(
    `INSERT INTO digitization.file (id, dossier_id, part, part_code, sha256, bytes, media_type, pages, signed, uploaded_by,
       uploaded_at, reused_from) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [id, dossierId, part, partCode, sha256, bytes, mediaType, pages, signed, uploadedBy, uploadedAt, reusedFrom],
  );
}

/** Files that the documents no longer name do not count any more. */
export async function removeOthers(
  transaction: Transaction,
  dossierId: string,
  { documents, because, at }: { readonly documents: OpenDigitization; readonly because: string; readonly at: Date },
): Promise<void> {
  const ids = [...documents.components.flatMap(filesOf), ...documents.results.flatMap(({ files }) => files)];
  await transaction.query(
    `UPDATE digitization.file SET removed_at = $3, removed_because = $4
     WHERE dossier_id = $1 AND removed_at IS NULL AND NOT (id = ANY ($2::uuid[]))`,
    [dossierId, ids.map(({ fileId }) => fileId), at, because],
  );
}

function filesOf(component: Component) {
  switch (component.status) {
    case 'digitized':
      return component.files;
    case 'reused-component':
    case 'reused-result':
      return [component.file];
    case 'not-digitized':
    case 'exempt':
      return [];
  }
}
