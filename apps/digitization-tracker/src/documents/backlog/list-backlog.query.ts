import type { BacklogLine } from '@motcua/contracts';
import { listMissing, type OpenDigitization } from '@motcua/digitization';
import { Keyset, Parameters, type KeysetPosition, type KeysetRow, type Transaction } from '@motcua/postgres';
import type { Subject } from '../document-row.ts';

const oldestFirst = new Keyset({ receivedAt: ['received_at', 'timestamptz'], dossierId: ['dossier_id', 'uuid'] });
type Position = KeysetPosition<'receivedAt' | 'dossierId'>;

interface Asked {
  readonly unit: string;
  readonly after: Position | undefined;
  readonly limit: number;
  readonly now: number;
}

interface Row {
  readonly subject: Subject;
  readonly documents: OpenDigitization;
}

const DAY_MS = 86_400_000;

/** Dossiers with something left to scan, oldest first. */
export async function listBacklog(transaction: Transaction, { unit, after, limit, now }: Asked) {
  const parameters = new Parameters([unit]);
  const ofUnit = 'has_backlog AND path @> ARRAY[$1::text]';
  const [counted] = await transaction.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM digitization.dossier WHERE ${ofUnit}`,
    parameters.values,
  );
  const where = [ofUnit, ...oldestFirst.behind(after, parameters)].join(' AND ');
  const rows = await transaction.query<KeysetRow<Row, keyof Position>>(
    `SELECT subject, documents, ${oldestFirst.columns} FROM digitization.dossier WHERE ${where} ${oldestFirst.orderAndLimit(limit, parameters)}`,
    parameters.values,
  );
  const { page, next } = oldestFirst.cut(rows, limit);
  return { count: counted?.count ?? 0, dossiers: page.map((row) => toLine(row, now)), next };
}

function toLine({ subject, documents }: Row, now: number): BacklogLine {
  const { dossierId, code, sourceCode, responsibleUnit: unit, procedure, receivedAt, endedAt } = subject;
  const missing = listMissing(documents);
  return {
    dossierId,
    code,
    sourceCode,
    unit,
    procedure,
    receivedAt,
    ageDays: Math.max(0, Math.floor((now - Date.parse(receivedAt)) / DAY_MS)),
    missingComponents: missing.components,
    missingResults: endedAt === null ? [] : missing.results,
  };
}
