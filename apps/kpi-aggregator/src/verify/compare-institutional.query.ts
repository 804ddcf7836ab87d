import type { VerifyDifference } from '@motcua/contracts';
import type { Queryable } from '@motcua/postgres';
import type { TableSet } from '../projection/table-set.ts';
import type { Comparison, LogPlace } from './comparison.ts';

/** A version as both sides are compared by it. */
const versionOf = (fields: Readonly<Record<'version' | 'counts' | 'recordedAt' | 'document', string>>): string =>
  `jsonb_build_object(${Object.entries(fields)
    .map(([name, sql]) => `'${name}', ${sql}`)
    .join(', ')})`;
const toMoment = (sql: string): string => `(extract(epoch FROM (${sql})::timestamptz) * 1000)::bigint`;

/**
 * Institutional figures against the log of the catalogue, version by version: of each code the newest event up to the noted place counts, or
 * one after it, which may be projected already.
 *
 * @param place undefined: there is no log to compare with
 */
export async function compareInstitutional(
  database: Queryable,
  tableSet: TableSet,
  place: LogPlace | undefined,
): Promise<Comparison> {
  if (place === undefined) return { checked: 0, found: 0, differences: [] };
  const told = versionOf({
    version: `(v ->> 'version')::int`,
    counts: `NOT EXISTS (SELECT FROM jsonb_array_elements(versions) w WHERE (w ->> 'version')::int > (v ->> 'version')::int
      AND w #>> '{document,validFrom}' = v #>> '{document,validFrom}')`,
    recordedAt: toMoment(`v ->> 'recordedAt'`),
    document: `v -> 'document'`,
  });
  // Columns beside the document are taken back into it: what they say must be what it says.
  const kept = versionOf({
    version: 'version',
    counts: 'counts',
    recordedAt: toMoment('recorded_at'),
    document: `document || jsonb_build_object('kind', kind, 'unit', unit, 'validFrom', valid_from, 'validTo', valid_to)`,
  });
  const rows = await database.query<{ checked: number; found: number; differences: VerifyDifference[] | null }>(
    `WITH logged AS (SELECT code, xid, position, body #> '{data,versions}' AS versions FROM catalogue.institutional_log),
     noted AS (
       SELECT DISTINCT ON (code) code, xid, position FROM logged WHERE (xid, position) <= ($1::xid8, $2::bigint)
       ORDER BY code, xid DESC, position DESC),
     candidate AS (
       SELECT l.code, (n.xid, n.position) = (l.xid, l.position) AS is_noted,
         (SELECT jsonb_agg(${told} ORDER BY (v ->> 'version')::int) FROM jsonb_array_elements(versions) v) AS told
       FROM logged l LEFT JOIN noted n USING (code) WHERE n.code IS NULL OR (l.xid, l.position) >= (n.xid, n.position)),
     actual AS (SELECT code, jsonb_agg(${kept} ORDER BY version) AS kept FROM kpi.institutional_${tableSet} GROUP BY code),
     wrong AS (
       SELECT coalesce(a.code, n.code) AS code, a.kept AS projected,
         (SELECT c.told FROM candidate c WHERE c.code = coalesce(a.code, n.code) AND c.is_noted) AS recomputed
       FROM actual a FULL JOIN noted n USING (code)
       WHERE NOT EXISTS (SELECT FROM candidate c WHERE c.code = coalesce(a.code, n.code) AND c.told = a.kept))
     SELECT (SELECT coalesce(sum(jsonb_array_length(told)), 0)::int FROM candidate WHERE is_noted) AS checked,
       (SELECT count(*)::int FROM wrong) AS found,
       (SELECT jsonb_agg(jsonb_build_object('kind', 'institutional', 'key', code, 'projected', projected, 'recomputed', recomputed))
        FROM (SELECT * FROM wrong ORDER BY code LIMIT 100) AS first) AS differences`,
    [place.xid, place.position],
  );
  const [row] = rows;
  return { checked: row?.checked ?? 0, found: row?.found ?? 0, differences: row?.differences ?? [] };
}
