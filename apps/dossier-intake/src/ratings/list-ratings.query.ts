import type { RatingAnswer, RatingPage, RatingWay } from '@motcua/contracts';
import { CursorInstant, encodeCursor, parseCursor } from '@motcua/http';
import { Keyset, Parameters, type KeysetRow, type Transaction } from '@motcua/postgres';
import { z } from 'zod';
import type { RatingStore } from './rating.store.ts';

export interface RatingQuestion {
  readonly unit: string;
  /** Local days, both inclusive. */
  readonly from: string;
  readonly to: string;
  readonly satisfied?: boolean | undefined;
  /** Leaves out those by a link that a counter made, of the totals too. */
  readonly withoutCounterRatings?: boolean | undefined;
  /** ISO 8601: only those given by then, of the totals too. */
  readonly asOf?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

interface Row extends Record<string, unknown> {
  readonly dossier_id: string;
  readonly code: string | null;
  readonly source_code: string | null;
  readonly unit: string;
  readonly path: string[];
  readonly procedure: string;
  readonly rated_at: Date;
  readonly satisfied: boolean;
  readonly answers: RatingAnswer[];
  readonly via: RatingWay;
  readonly counter_officer: string | null;
  readonly counter_unit: string | null;
  readonly comment_key_id: string | null;
  readonly comment: Buffer | null;
}

const Position = z.strictObject({ ratedAt: CursorInstant, dossierId: z.uuid() });
const oldestFirst = new Keyset({ ratedAt: ['r.rated_at', 'timestamptz'], dossierId: ['r.dossier_id', 'uuid'] });
const inPeriod = (unit: string, from: string, to: string): string =>
  `r.path @> ARRAY[${unit}::text] AND r.local_day BETWEEN ${from} AND ${to}`;
/** What the list says of a period: a statement of its parts' SQL, columns `rated` and `satisfied`. Verification asks by it too. */
export const toCountSql = (unit: string, from: string, to: string): string =>
  'SELECT count(*)::int AS rated, (count(*) FILTER (WHERE r.satisfied))::int AS satisfied ' +
  `FROM rating r WHERE ${inPeriod(unit, from, to)}`;
/** Without those by a link of a counter, where the parameter says so. */
const byWay = (parameter: string): string => `AND (NOT ${parameter}::boolean OR r.via <> 'counter')`;
/** Those given by a moment, where the parameter gives one. */
const byMoment = (parameter: string): string => `AND (${parameter}::timestamptz IS NULL OR r.rated_at <= ${parameter})`;
const list = `SELECT r.*, d.code, d.source_code, d.state->>'procedure' AS procedure, ${oldestFirst.columns}
  FROM rating r JOIN dossier d USING (dossier_id)
  WHERE ${inPeriod('$1', '$2', '$3')} AND ($4::boolean IS NULL OR r.satisfied = $4) ${byWay('$5')} ${byMoment('$6')}`;
const count = { name: 'rating.count', text: `${toCountSql('$1', '$2', '$3')} ${byWay('$4')} ${byMoment('$5')}` };

/** Ratings of a unit and those below it by the local day on which they were given. To be run on one snapshot. */
export async function listRatings(
  transaction: Transaction,
  store: RatingStore,
  question: RatingQuestion,
  mayReadComment: (path: readonly string[]) => boolean,
): Promise<RatingPage> {
  const { unit, from, to, satisfied, withoutCounterRatings = false, asOf = null, cursor, limit } = question;
  const after = cursor === undefined ? undefined : parseCursor(cursor, Position);
  const totalled = [unit, from, to, withoutCounterRatings, asOf];
  const [totals] = await transaction.query<{ rated: number; satisfied: number }>(count, totalled);
  const parameters = new Parameters([unit, from, to, satisfied ?? null, withoutCounterRatings, asOf]);
  const text = [list, ...oldestFirst.behind(after, parameters)].join(' AND ');
  const rows = await transaction.query<KeysetRow<Row, keyof z.infer<typeof Position>>>(
    `${text} ${oldestFirst.orderAndLimit(limit, parameters)}`,
    parameters.values,
  );
  const { page, next } = oldestFirst.cut(rows, limit);
  return {
    unit,
    from,
    to,
    rated: totals?.rated ?? 0,
    satisfied: totals?.satisfied ?? 0,
    ratings: page.map((row) => ({
      dossierId: row.dossier_id,
      code: row.code,
      sourceCode: row.source_code,
      unit: row.unit,
      procedure: row.procedure,
      ratedAt: row.rated_at.toISOString(),
      satisfied: row.satisfied,
      via: row.via,
      counter: toCounter(row),
      answers: row.answers,
      ...(mayReadComment(row.path) ? { comment: toComment(store, row) } : {}),
    })),
    next: next === null ? null : encodeCursor(next),
  };
}

const toCounter = ({ counter_officer: officer, counter_unit: unit }: Row): RatingPage['ratings'][number]['counter'] =>
  officer === null || unit === null ? null : { officer, unit };

const toComment = (store: RatingStore, { dossier_id, comment, comment_key_id }: Row): string | null =>
  comment === null || comment_key_id === null ? null : store.readComment(dossier_id, comment, comment_key_id);
