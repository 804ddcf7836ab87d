import type { Actor } from '@motcua/auth';
import type { Recommendation, RecommendationRequest, RecommendationStep } from '@motcua/contracts';
import type { Queryable } from '@motcua/postgres';

interface Row {
  readonly position: string;
  readonly id: string;
  readonly unit: string;
  readonly owner: string;
  readonly due: string;
  readonly words: string;
  readonly document_number: string;
  readonly document_date: string;
  readonly period_from: string;
  readonly period_to: string;
  readonly figure: string | null;
  readonly made_by: string;
  readonly made_role: string;
  readonly made_at: Date | string;
  readonly steps: readonly StepRow[];
}

interface StepRow extends RecommendationStep {
  readonly id: string;
  readonly by: string;
  readonly role: string;
  readonly at: string;
}

/** Days as they are written: a driver's date would be a moment. */
const read = `SELECT position, id, unit, owner, due::text, words, document_number, document_date::text, period_from::text,
    period_to::text, figure, made_by, made_role, made_at,
    coalesce((SELECT jsonb_agg(jsonb_build_object('id', s.id, 'status', s.status, 'words', s.words, 'evidence', s.evidence,
        'by', s.said_by, 'role', s.said_role, 'at', s.said_at) ORDER BY s.position)
      FROM recommendation_step s WHERE s.recommendation = r.id), '[]') AS steps
  FROM recommendation r`;

/** Keeps one; of one that is there under this id nothing changes. @returns whether it is new */
export async function insertRecommendation(
  database: Queryable,
  id: string,
  { unit, owner, due, words, source, period, figure }: RecommendationRequest,
  { sub, role }: Actor,
): Promise<boolean> {
  const inserted = await database.query(
    `INSERT INTO recommendation (id, unit, owner, due, words, document_number, document_date, period_from, period_to, figure, made_by, made_role)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) ON CONFLICT (id) DO NOTHING RETURNING id`,
    [id, unit, owner, due, words, source.documentNumber, source.date, period.from, period.to, figure, sub, role],
  );
  return inserted.length > 0;
}

/** Adds what is said of one; what is there under this id stays. @returns whether it is new */
export async function insertStep(
  database: Queryable,
  { id, recommendation }: { readonly id: string; readonly recommendation: string },
  { status, words, evidence }: RecommendationStep,
  { sub, role }: Actor,
): Promise<boolean> {
  const inserted = await database.query(
    `INSERT INTO recommendation_step (id, recommendation, status, words, evidence, said_by, said_role)
     VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (id) DO NOTHING RETURNING id`,
    [id, recommendation, status, words, JSON.stringify(evidence), sub, role],
  );
  return inserted.length > 0;
}

export async function findRecommendation(database: Queryable, id: string): Promise<Recommendation | undefined> {
  const [row] = await database.query<Row>(`${read} WHERE id = $1`, [id]);
  return row === undefined ? undefined : toRecommendation(row);
}

export interface RecommendationQuery {
  readonly units: readonly string[];
  /** Last day of the country on which it may have been made. */
  readonly madeBy: string | undefined;
  readonly before: string | undefined;
  readonly limit: number;
}

export interface RecommendationRows {
  readonly recommendations: readonly Recommendation[];
  /** Where the next page goes on. */
  readonly next: string | null;
}

/** Newest first. */
export async function listRecommendations(
  database: Queryable,
  { units, madeBy, before, limit }: RecommendationQuery,
): Promise<RecommendationRows> {
  const rows = await database.query<Row>(
    `${read} WHERE unit = ANY($1) AND ($2::date IS NULL OR (made_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date <= $2::date)
       AND ($3::bigint IS NULL OR position < $3) ORDER BY position DESC LIMIT $4`,
    [units, madeBy ?? null, before ?? null, limit + 1],
  );
  const page = rows.slice(0, limit);
  return { recommendations: page.map(toRecommendation), next: rows.length > limit ? (page.at(-1)?.position ?? null) : null };
}

const toIso = (moment: Date | string): string => new Date(moment).toISOString();

function toRecommendation(row: Row): Recommendation {
  const { id, unit, owner, due, words, figure, made_by: by, made_role: role, made_at: at } = row;
  const steps = row.steps.map((step) => ({ ...step, at: toIso(step.at) }));
  return {
    ...{ id, unit, owner, due, words, figure },
    source: { documentNumber: row.document_number, date: row.document_date },
    period: { from: row.period_from, to: row.period_to },
    ...{ by, role, at: toIso(at) },
    status: steps.at(-1)?.status ?? 'open',
    steps,
  };
}
