import type { OpenDigitization } from '@motcua/digitization';
import type { Transaction } from '@motcua/kafka';
import { createBulkInsert, jsonColumn, textListColumn } from '@motcua/postgres';
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

const upsert = createBulkInsert({
  into: 'digitization.dossier',
  columns: {
    dossier_id: 'uuid',
    dossier_version: 'int4',
    version: 'int4',
    subject: jsonColumn,
    documents: jsonColumn,
    path: textListColumn,
    received_at: 'timestamptz',
    ended_at: 'timestamptz',
    has_backlog: 'bool',
  },
  key: ['dossier_id'],
  ifThere: 'replace',
});

/** Writes dossiers in one statement. */
export async function writeDocuments(transaction: Transaction, rows: readonly DocumentRow[]): Promise<void> {
  await upsert(transaction, rows.map(toColumns));
}

const toColumns = (row: DocumentRow) => ({
  dossier_id: row.subject.dossierId,
  dossier_version: row.subject.dossierVersion,
  version: row.documents.version,
  subject: JSON.stringify(row.subject),
  documents: JSON.stringify(row.documents),
  path: JSON.stringify(row.subject.responsiblePath),
  received_at: row.subject.receivedAt,
  ended_at: row.subject.endedAt,
  has_backlog: hasBacklog(row),
});
