import type { VerifyDifference } from '@motcua/contracts';
import type { Queryable } from '@motcua/postgres';
import { documentColumns } from '../projection/documents/document-columns.ts';
import type { TableSet } from '../projection/table-set.ts';
import type { Comparison, LogPlaces } from './comparison.ts';
import { documentColumnsOf } from './document-sql.ts';
import { foldSql, toPlaceParameters } from './fold-sql.ts';

const compared = [
  'version',
  'status',
  'open_from',
  'open_to',
  'breach_766',
  'breach_original',
  'breach_current',
  'breach_date',
  'received_at',
  'ended_at',
  'original_due',
  'current_due',
  'due_766',
  'is_last',
  'no_due',
  'late_766',
  'late_original',
  'late_current',
  'day_verdict',
  'judgement',
  'cause',
  'judged_at',
  'digitization_version',
  ...documentColumns,
  'procedure',
  'field',
  'channel',
  'service_level',
  'code',
  'source_code',
  'officer',
  'time_zone',
  'path',
  'kind',
].join(', ');

const documented = ['digitization_version', ...documentColumns].join(', ');
const enrichmentColumns = `judgement, cause, judged_at, ${documented}`;

/** What enrichment streams say of dossiers that have not come, whose rows hold nothing else yet. */
const waiting = (tableSet: TableSet): string => `
     waiting AS (
       SELECT coalesce(v.dossier_id, w.dossier_id) AS dossier_id, 0::bigint AS span, to_jsonb(v) - 'dossier_id' AS recomputed,
         to_jsonb(w) - 'dossier_id' AS projected, v.dossier_id IS NULL AS is_surplus, w.dossier_id IS NULL AS is_missing
       FROM (SELECT dossier_id, coalesce(j.judgement, 0) AS judgement, j.cause, j.since AS judged_at, ${documentColumnsOf('g')}
             FROM verdict j FULL JOIN documents g USING (dossier_id)
             WHERE NOT EXISTS (SELECT FROM wanted WHERE wanted.dossier_id = coalesce(j.dossier_id, g.dossier_id))) v
       FULL JOIN (SELECT dossier_id, ${enrichmentColumns} FROM kpi.fact_${tableSet} WHERE version = 0) w ON w.dossier_id = v.dossier_id
       WHERE (${prefix('v', enrichmentColumns)}) IS DISTINCT FROM (${prefix('w', enrichmentColumns)})
     )`;

/** Facts against the rows that the logs make. */
export async function compareFacts(database: Queryable, tableSet: TableSet, places: LogPlaces): Promise<Comparison> {
  const rows = await database.query<{ checked: number; found: number; differences: VerifyDifference[] | null }>(
    `${foldSql(tableSet, places)},
     expected AS (
       SELECT dossier_id, span, version, status, open_from, open_to, breach_766, breach_original, breach_current, breach_date,
         "receivedAt" AS received_at, "endedAt" AS ended_at, "originalDue" AS original_due, "currentDue" AS current_due, due766 AS due_766,
         is_last, no_due, late_766, late_original_end AS late_original, late_current_end AS late_current, day_verdict, ${enrichmentColumns}, procedure, field,
         channel, service_level, code, source_code, officer, zone AS time_zone, unit_path AS path, unit_kind AS kind
       FROM span
     ),
     actual AS (
       SELECT f.*, p.time_zone, p.path, p.kind FROM kpi.fact_${tableSet} f LEFT JOIN kpi.place p ON p.id = f.place WHERE f.version > 0
     ),
     ${waiting(tableSet)},
     paired AS (
       SELECT coalesce(e.dossier_id, a.dossier_id) AS dossier_id, coalesce(e.span, a.span) AS span,
         (SELECT to_jsonb(x) FROM (SELECT ${prefix('e', compared)}) x) AS recomputed,
         (SELECT to_jsonb(x) FROM (SELECT ${prefix('a', compared)}) x) AS projected,
         e.dossier_id IS NULL AS is_surplus, a.dossier_id IS NULL AS is_missing
       FROM expected e FULL JOIN actual a ON a.dossier_id = e.dossier_id AND a.span = e.span
       WHERE (${prefix('e', compared)}) IS DISTINCT FROM (${prefix('a', compared)})
       UNION ALL SELECT * FROM waiting
     )
     SELECT (SELECT count(DISTINCT dossier_id)::int FROM expected) AS checked, (SELECT count(*)::int FROM paired) AS found,
       (SELECT jsonb_agg(jsonb_build_object('kind', 'fact', 'key', dossier_id || ' · ' || span,
          'projected', CASE WHEN is_missing THEN NULL ELSE projected END, 'recomputed', CASE WHEN is_surplus THEN NULL ELSE recomputed END))
        FROM (SELECT * FROM paired ORDER BY dossier_id, span LIMIT 100) AS first) AS differences`,
    toPlaceParameters(places),
  );
  const [row] = rows;
  return { checked: row?.checked ?? 0, found: row?.found ?? 0, differences: (row?.differences ?? []).map(onlyWhatDiffers) };
}

function prefix(alias: string, columns: string): string {
  return columns
    .split(', ')
    .map((column) => `${alias}.${column}`)
    .join(', ');
}

type Fields = Record<string, unknown>;

/** Of two rows the fields that are not equal; a row that is there on one side alone is shown whole. */
function onlyWhatDiffers({ kind, key, projected, recomputed }: VerifyDifference): VerifyDifference {
  if (projected === null || recomputed === null) return { kind, key, projected, recomputed };
  const [one, other] = [projected as Fields, recomputed as Fields]; // made by to_jsonb just above
  const names = Object.keys(one).filter((name) => JSON.stringify(one[name]) !== JSON.stringify(other[name]));
  const pick = (fields: Fields): Fields => Object.fromEntries(names.map((name) => [name, fields[name]]));
  return { kind, key, projected: pick(one), recomputed: pick(other) };
}
