import type { OpenDigitization } from '@motcua/digitization';
import type { Transaction } from '@motcua/kafka';
import { toBinaryFlags, toBinaryNumbers, toBinaryTexts } from '@motcua/postgres';
import { hasBacklog, type DocumentRow, type Subject } from './document-row.ts';

interface Stored {
  readonly subject: Subject;
  readonly documents: OpenDigitization;
}

export async function readDocuments(transaction: Transaction, ids: readonly string[]): Promise<Map<string, DocumentRow>> {
  const rows = await transaction.query<Stored>(
    'SELECT subject, documents FROM digitization.dossier WHERE dossier_id = ANY ($1::uuid[])',
    [ids],
  );
  return new Map(rows.map(({ subject, documents }) => [subject.dossierId, { subject, documents }]));
}

const columns = ['text', 'int4', 'int4', 'text', 'text', 'text', 'timestamptz', 'timestamptz', 'bool'];
const upsert = `
INSERT INTO digitization.dossier
  (dossier_id, dossier_version, version, subject, documents, path, received_at, ended_at, has_backlog)
SELECT id::uuid, dossier_version, version, subject::jsonb, documents::jsonb,
  ARRAY(SELECT json_array_elements_text(path::json)), received_at, ended_at, has_backlog
FROM unnest(${columns.map((type, index) => `$${index + 1}::${type}[]`).join(', ')})
  AS given (id, dossier_version, version, subject, documents, path, received_at, ended_at, has_backlog)
ON CONFLICT (dossier_id) DO UPDATE SET dossier_version = excluded.dossier_version, version = excluded.version,
  subject = excluded.subject, documents = excluded.documents, path = excluded.path, received_at = excluded.received_at,
  ended_at = excluded.ended_at, has_backlog = excluded.has_backlog`;

/** Writes dossiers in one statement, rows in sorted order. */
export async function writeDocuments(transaction: Transaction, given: readonly DocumentRow[]): Promise<void> {
  if (given.length === 0) return;
  const rows = given.toSorted((one, other) => (one.subject.dossierId < other.subject.dossierId ? -1 : 1));
  await transaction.query(upsert, [
    toBinaryTexts(rows.map(({ subject }) => subject.dossierId)),
    toBinaryNumbers(
      'integer',
      rows.map(({ subject }) => subject.dossierVersion),
    ),
    toBinaryNumbers(
      'integer',
      rows.map(({ documents }) => documents.version),
    ),
    toBinaryTexts(rows.map(({ subject }) => JSON.stringify(subject))),
    toBinaryTexts(rows.map(({ documents }) => JSON.stringify(documents))),
    toBinaryTexts(rows.map(({ subject }) => JSON.stringify(subject.responsiblePath))),
    rows.map(({ subject }) => subject.receivedAt),
    rows.map(({ subject }) => subject.endedAt),
    toBinaryFlags(rows.map(hasBacklog)),
  ]);
}
