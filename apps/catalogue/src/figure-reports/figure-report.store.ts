import type { DisputedFigure, FigureReport, FigureReportAnswer, FigureReportRequest } from '@motcua/contracts';
import type { Actor } from '@motcua/auth';
import type { Queryable } from '@motcua/postgres';

interface ReportRow {
  readonly position: string;
  readonly id: string;
  readonly about: DisputedFigure;
  readonly words: string;
  readonly reported_by: string;
  readonly reported_role: string;
  readonly reported_at: Date | string;
  readonly outcome: FigureReportAnswer['outcome'] | null;
  readonly answer: string | null;
  readonly answered_by: string | null;
  readonly answered_at: Date | string | null;
}

export const reportStates = ['open', 'answered'] as const;
export type ReportState = (typeof reportStates)[number];

/** Keeps a report; of one that is there under this id nothing changes. @returns whether it is new */
export async function insertReport(
  database: Queryable,
  id: string,
  { about, words }: FigureReportRequest,
  { sub, role }: Actor,
): Promise<boolean> {
  const inserted = await database.query(
    `INSERT INTO figure_report (id, about, words, reported_by, reported_role) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (id) DO NOTHING RETURNING id`,
    [id, JSON.stringify(about), words, sub, role],
  );
  return inserted.length > 0;
}

export async function findReport(database: Queryable, id: string): Promise<FigureReport | undefined> {
  const [row] = await database.query<ReportRow>('SELECT * FROM figure_report WHERE id = $1', [id]);
  return row === undefined ? undefined : toReport(row);
}

/** The first answer stays. @returns whether this is it */
export async function insertAnswer(
  database: Queryable,
  id: string,
  { outcome, words }: FigureReportAnswer,
  { sub }: Actor,
): Promise<boolean> {
  const answered = await database.query(
    `UPDATE figure_report SET outcome = $2, answer = $3, answered_by = $4, answered_at = now()
     WHERE id = $1 AND answered_at IS NULL RETURNING id`,
    [id, outcome, words, sub],
  );
  return answered.length > 0;
}

/** What one person has reported, the newest first. */
export async function listReportsOf(database: Queryable, person: string, limit: number): Promise<FigureReport[]> {
  const rows = await database.query<ReportRow>(
    'SELECT * FROM figure_report WHERE reported_by = $1 ORDER BY position DESC LIMIT $2',
    [person, limit],
  );
  return rows.map(toReport);
}

export interface ReportsPage {
  readonly reports: readonly FigureReport[];
  /** Where the next page goes on. */
  readonly next: string | null;
}

/** Newest first. */
export async function listReports(
  database: Queryable,
  state: ReportState,
  before: string | undefined,
  limit: number,
): Promise<ReportsPage> {
  const rows = await database.query<ReportRow>(
    `SELECT * FROM figure_report
     WHERE (answered_at IS NULL) = $1 AND ($2::bigint IS NULL OR position < $2) ORDER BY position DESC LIMIT $3`,
    [state === 'open', before ?? null, limit + 1],
  );
  const page = rows.slice(0, limit);
  return { reports: page.map(toReport), next: rows.length > limit ? (page.at(-1)?.position ?? null) : null };
}

const toIso = (moment: Date | string): string => new Date(moment).toISOString();

function toReport(row: ReportRow): FigureReport {
  const { id, about, words, reported_by: by, reported_role: role, reported_at: at } = row;
  const { outcome, answer, answered_by: answeredBy, answered_at: answeredAt } = row;
  const isAnswered = outcome !== null && answer !== null && answeredBy !== null && answeredAt !== null;
  return {
    ...{ id, about, words, by, role, at: toIso(at) },
    answer: isAnswered ? { outcome, words: answer, by: answeredBy, at: toIso(answeredAt) } : null,
  };
}
