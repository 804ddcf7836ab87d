import type { OverdueCauseCode } from '@motcua/contracts';
import type { Transaction } from '@motcua/kafka';
import { createBulkInsert, jsonColumn, momentColumn } from '@motcua/postgres';

/** The overdue cause of a dossier, as it stands. */
export interface StoredCause {
  readonly dossierId: string;
  readonly judgement: number;
  readonly cause: OverdueCauseCode | null;
  readonly overdueSince: number;
  readonly rule: string;
  readonly explanation: Record<string, string | number | null>;
  readonly judgedBy: string;
  readonly judgedAt: number;
  readonly reasonCode: string | null;
}

export interface CauseColumns {
  readonly dossier_id: string;
  readonly judgement: number;
  readonly cause: OverdueCauseCode | null;
  readonly overdue_since: Date;
  readonly rule: string;
  readonly explanation: Record<string, string | number | null>;
  readonly judged_by: string;
  readonly judged_at: Date;
  readonly reason_code: string | null;
}

/** Who classified where no person did. */
export const RULES = 'rules';

export async function readCauses(transaction: Transaction, ids: readonly string[]): Promise<Map<string, StoredCause>> {
  const rows = await transaction.query<CauseColumns>('SELECT * FROM sla.verdict WHERE dossier_id = ANY ($1::uuid[])', [ids]);
  return new Map(rows.map((row) => [row.dossier_id, toOverdueCause(row)]));
}

export const toOverdueCause = (row: CauseColumns): StoredCause => ({
  dossierId: row.dossier_id,
  judgement: row.judgement,
  cause: row.cause,
  overdueSince: row.overdue_since.getTime(),
  rule: row.rule,
  explanation: row.explanation,
  judgedBy: row.judged_by,
  judgedAt: row.judged_at.getTime(),
  reasonCode: row.reason_code,
});

const upsert = createBulkInsert({
  into: 'sla.verdict',
  columns: {
    dossier_id: 'uuid',
    judgement: 'int4',
    cause: 'text',
    overdue_since: momentColumn,
    rule: 'text',
    explanation: jsonColumn,
    judged_by: 'text',
    judged_at: momentColumn,
    reason_code: 'text',
    reason_text: 'text',
  },
  key: ['dossier_id'],
  ifThere: 'replace',
});

export async function writeCauses(transaction: Transaction, overdueCauses: readonly StoredCause[]): Promise<void> {
  await upsert(transaction, overdueCauses.map(toRow));
}

/** What a head wrote belongs to the cause that is replaced. */
const toRow = (cause: StoredCause) => ({
  dossier_id: cause.dossierId,
  judgement: cause.judgement,
  cause: cause.cause,
  overdue_since: cause.overdueSince,
  rule: cause.rule,
  explanation: JSON.stringify(cause.explanation),
  judged_by: cause.judgedBy,
  judged_at: cause.judgedAt,
  reason_code: cause.reasonCode,
  reason_text: null,
});
