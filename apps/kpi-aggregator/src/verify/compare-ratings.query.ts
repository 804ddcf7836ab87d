import type { VerifyDifference } from '@motcua/contracts';
import type { Queryable } from '@motcua/postgres';
import type { TableSet } from '../projection/table-set.ts';
import type { Comparison, LogPlace } from './comparison.ts';
import { toDay, toMilliseconds } from './fold-sql.ts';

const compared = 'rated_at, day, satisfied, by_counter, time_zone, path, kind';
const rowOf = (alias: string): string => compared.replaceAll(/\w+/g, (column) => `${alias}.${column}`);
const toJson = (alias: string): string => `(SELECT to_jsonb(x) FROM (SELECT ${rowOf(alias)}) x)`;

/**
 * Ratings against the log of dossier-intake: the day by PostgreSQL's own zones, one row a dossier. What was written after the noted place may
 * be there or not.
 *
 * @param place undefined: there is no log to compare with
 */
export async function compareRatings(database: Queryable, tableSet: TableSet, place: LogPlace | undefined): Promise<Comparison> {
  if (place === undefined) return { checked: 0, found: 0, differences: [] };
  const rows = await database.query<{ checked: number; found: number; differences: VerifyDifference[] | null }>(
    `WITH logged AS (
       SELECT dossier_id, (xid, position) <= ($1::xid8, $2::bigint) AS is_noted, body -> 'data' AS d FROM intake.rating_log),
     told AS (SELECT *, ${toMilliseconds('d', 'ratedAt')} AS rated_at, d ->> 'timeZone' AS time_zone FROM logged),
     expected AS (
       SELECT dossier_id, is_noted, rated_at, ${toDay('rated_at', 'time_zone')} AS day, (d ->> 'satisfied')::boolean AS satisfied,
         coalesce(d ->> 'via' = 'counter', false) AS by_counter, time_zone,
         ARRAY(SELECT jsonb_array_elements_text(d -> 'responsiblePath')) AS path, d ->> 'responsibleKind' AS kind
       FROM told),
     actual AS (
       SELECT r.*, p.time_zone, p.path, p.kind FROM kpi.rating_${tableSet} r LEFT JOIN kpi.place p ON p.id = r.place),
     paired AS (
       SELECT coalesce(e.dossier_id, a.dossier_id) AS dossier_id,
         CASE WHEN a.dossier_id IS NOT NULL THEN ${toJson('a')} END AS projected,
         CASE WHEN e.dossier_id IS NOT NULL THEN ${toJson('e')} END AS recomputed
       FROM expected e FULL JOIN actual a USING (dossier_id)
       WHERE (${rowOf('e')}) IS DISTINCT FROM (${rowOf('a')}) AND (e.is_noted IS NOT FALSE OR a.dossier_id IS NOT NULL))
     SELECT (SELECT count(*)::int FROM expected WHERE is_noted) AS checked, (SELECT count(*)::int FROM paired) AS found,
       (SELECT jsonb_agg(jsonb_build_object('kind', 'rating', 'key', dossier_id, 'projected', projected, 'recomputed', recomputed))
        FROM (SELECT * FROM paired ORDER BY dossier_id LIMIT 100) AS first) AS differences`,
    [place.xid, place.position],
  );
  const [row] = rows;
  return { checked: row?.checked ?? 0, found: row?.found ?? 0, differences: row?.differences ?? [] };
}
