import type { OverdueCauseCode } from '@motcua/contracts';
import type { Transaction } from '@motcua/kafka';

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

const upsert = `
INSERT INTO sla.verdict (dossier_id, judgement, cause, overdue_since, rule, explanation, judged_by, judged_at, reason_code)
SELECT dossier_id, judgement, cause, to_timestamp(overdue_since / 1000), rule, explanation::jsonb, judged_by, to_timestamp(judged_at / 1000), reason_code
FROM unnest($1::uuid[], $2::int4[], $3::text[], $4::float8[], $5::text[], $6::text[], $7::text[], $8::float8[], $9::text[])
  AS given (dossier_id, judgement, cause, overdue_since, rule, explanation, judged_by, judged_at, reason_code)
ON CONFLICT (dossier_id) DO UPDATE SET judgement = excluded.judgement, cause = excluded.cause, overdue_since = excluded.overdue_since,
  rule = excluded.rule, explanation = excluded.explanation, judged_by = excluded.judged_by, judged_at = excluded.judged_at,
  reason_code = excluded.reason_code, reason_text = NULL`;

export async function writeCauses(transaction: Transaction, overdueCauses: readonly StoredCause[]): Promise<void> {
  if (overdueCauses.length === 0) return;
  const rows = overdueCauses.toSorted((one, other) => (one.dossierId < other.dossierId ? -1 : 1));
  const column = (of: (row: StoredCause) => unknown): unknown[] => rows.map(of);
  await transaction.query(upsert, [
    column((row) => row.dossierId),
    column((row) => row.judgement),
    column((row) => row.cause),
    column((row) => row.overdueSince),
    column((row) => row.rule),
    column((row) => JSON.stringify(row.explanation)),
    column((row) => row.judgedBy),
    column((row) => row.judgedAt),
    column((row) => row.reasonCode),
  ]);
}
