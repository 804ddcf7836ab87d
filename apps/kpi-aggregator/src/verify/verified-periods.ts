import type { Instant, LocalDays } from '@motcua/indicators';
import type { Queryable } from '@motcua/postgres';
import { toMonths } from '../figures/period.ts';
import type { TableSet } from '../projection/table-set.ts';
import type { VerifiedPeriod } from './recompute-figures.query.ts';

/** What there is of history, seen from a moment. */
export interface VerifiedHistory {
  readonly whole: VerifiedPeriod;
  /** Each of its months, the last up to today. */
  readonly months: readonly VerifiedPeriod[];
  readonly today: VerifiedPeriod;
}

export async function findHistory(
  database: Queryable,
  tableSet: TableSet,
  asOf: Instant,
  days: LocalDays,
): Promise<VerifiedHistory & { readonly firstAt: Instant }> {
  const [row] = await database.query<{ first: number | null; zone: string | null }>(
    `SELECT (SELECT min(bucket) FROM kpi.cell_${tableSet} WHERE grain = 0) AS first, (SELECT min(time_zone) FROM kpi.place) AS zone`,
  );
  const zone = row?.zone ?? 'Asia/Ho_Chi_Minh';
  const today = days.dayOf(zone, asOf);
  const history = { from: Math.min(row?.first ?? today, today), to: today };
  return {
    whole: { key: 'history', ...history },
    months: toMonths(history),
    today: { key: 'today', from: today, to: today },
    firstAt: days.startOf(zone, history.from),
  };
}

const MONTH_MS = 30 * 86_400_000;

/** Past moments as of which figures are compared too: the middle of history, and a month ago; in the middle of a day, of a minute. */
export const toPastMoments = (firstAt: Instant, asOf: Instant): readonly Instant[] =>
  [firstAt + Math.floor((asOf - firstAt) / 2), asOf - MONTH_MS].filter((moment) => moment > firstAt && moment < asOf);
