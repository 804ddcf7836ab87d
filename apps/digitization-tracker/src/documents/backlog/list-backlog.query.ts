import type { BacklogLine } from '@motcua/contracts';
import { listMissing, type OpenDigitization } from '@motcua/digitization';
import type { Transaction } from '@motcua/postgres';
import type { Subject } from '../document-row.ts';

interface Asked {
  readonly unit: string;
  readonly after: { readonly receivedAt: string; readonly dossierId: string } | undefined;
  readonly limit: number;
  readonly now: number;
}

interface Row {
  readonly subject: Subject;
  readonly documents: OpenDigitization;
  /** To the microsecond, as the cursor needs it. */
  readonly received_key: string;
}

const DAY_MS = 86_400_000;

/** Dossiers with something left to scan, oldest first. */
export async function listBacklog(transaction: Transaction, { unit, after, limit, now }: Asked) {
  const [counted] = await transaction.query<{ count: number }>(
    'SELECT count(*)::int AS count FROM digitization.dossier WHERE has_backlog AND path @> ARRAY[$1::text]',
    [unit],
  );
  const rows = await transaction.query<Row & Record<string, unknown>>(
    `SELECT subject, documents, received_at::text AS received_key FROM digitization.dossier
     WHERE has_backlog AND path @> ARRAY[$1::text] AND (received_at, dossier_id) > (coalesce($2::timestamptz, '-infinity'), coalesce($3::uuid, '00000000-0000-0000-0000-000000000000'))
     ORDER BY received_at, dossier_id LIMIT $4`,
    [unit, after?.receivedAt ?? null, after?.dossierId ?? null, limit + 1],
  );
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  return {
    count: counted?.count ?? 0,
    dossiers: shown.map((row) => toLine(row, now)),
    next: last === undefined ? null : { receivedAt: last.received_key, dossierId: last.subject.dossierId },
  };
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
