import type { TableSet } from '../projection/table-set.ts';
import { LOG_START, type LogPlaces } from './comparison.ts';
import { documentColumnsOf, documentSql, recordedDocumentSql } from './document-sql.ts';
import { causeSql, recordedCauseSql } from './cause-sql.ts';

/**
 * Verification goes another way than the projection: everything below is SQL over the event log, moments are milliseconds, days
 * come from PostgreSQL's own time zones. `$1`, `$2` are the noted place in the log of events, `$3`, `$4` the one in the log of overdue causes,
 * `$5`, `$6` the one in the log of documents: what lies after them may be projected or not.
 */
export const toMilliseconds = (json: string, field: string): string =>
  `(extract(epoch FROM (${json} ->> '${field}')::timestamptz) * 1000)::bigint`;

export const toDay = (milliseconds: string, zone: string): string =>
  `((to_timestamp(${milliseconds} / 1000.0) AT TIME ZONE ${zone})::date - DATE '1970-01-01')`;

export const toMidnight = (day: string, zone: string): string =>
  `(extract(epoch FROM ((DATE '1970-01-01' + (${day})::int)::timestamp AT TIME ZONE ${zone})) * 1000)::bigint`;

const breach = (lateFrom: string): string =>
  `CASE WHEN ${lateFrom} IS NULL OR open_from IS NULL OR open_from = open_to OR ${lateFrom} > open_to THEN NULL ELSE greatest(${lateFrom}, open_from) END`;

/** CTE `target`: of each dossier the newest event that must or may be projected. A fact may be ahead of the noted place; then it is compared with the event it claims to show. */
const projectedTarget = (tableSet: TableSet): string => `
  noted AS (
    SELECT dossier_id, max(version) AS version FROM intake.event_log WHERE (xid, position) <= ($1::xid8, $2::bigint) GROUP BY 1
  ),
  target AS (
    SELECT coalesce(n.dossier_id, f.dossier_id) AS dossier_id, greatest(n.version, f.version) AS version
    FROM noted n FULL JOIN (SELECT dossier_id, version FROM kpi.fact_${tableSet} WHERE span = 0 AND version > 0) f USING (dossier_id)
  )`;

/** CTE `wanted`: each dossier's state after the event that `target` names. */
const wanted = `
  taken_back AS MATERIALIZED (
    SELECT l.dossier_id, l.version AS reverted_at, (l.body #>> '{data,change,version}')::int AS version
    FROM intake.event_log l JOIN target t ON t.dossier_id = l.dossier_id AND l.version <= t.version
    WHERE l.type = 'vn.motcua.dossier.reverted.v1'
  ),
  wanted AS MATERIALIZED (
    SELECT t.dossier_id, t.version, d ->> 'timeZone' AS zone, d -> 'responsiblePath' AS path, d ->> 'responsibleKind' AS kind,
      d ->> 'procedure' AS procedure, d ->> 'field' AS field, d ->> 'channel' AS channel, d ->> 'serviceLevel' AS service_level,
      d ->> 'code' AS code, d ->> 'sourceCode' AS source_code, nullif(d ->> 'officer', '') AS officer, (d ->> 'status')::smallint AS status, (d ->> 'noDue')::boolean AS no_due,
      ${['receivedAt', 'endedAt', 'originalDue', 'currentDue', 'due766'].map((field) => `${toMilliseconds('d', field)} AS "${field}"`).join(', ')},
      ${['original', 'current', 'set766'].map((rule) => `${toMilliseconds(`(d -> 'lateFrom')`, rule)} AS "late_${rule}"`).join(', ')},
      (d ->> 'dueSupplied')::boolean AS supplied, (d ->> 'extensionCount')::int AS extensions, d -> 'pauses' AS pauses
    FROM target t
    LEFT JOIN taken_back b ON b.dossier_id = t.dossier_id AND b.reverted_at = t.version
    -- of an event that was taken back neither it nor the revert is asked: what was told before them is the state
    JOIN intake.event_log l ON l.dossier_id = t.dossier_id AND l.version = coalesce(b.version - 1, t.version)
    -- OFFSET keeps the planner from putting the cast of the whole body into each field's place; the condition names t, so that only
    -- the bodies wanted are cast and not those of every event before the join
    CROSS JOIN LATERAL (SELECT l.body -> 'data' AS d WHERE t.version >= l.version OFFSET 0) AS data
  )`;

/** CTE `holder`: who was responsible from when on (`since` null: from the beginning), in order (`turn`). */
const responsibleUnits = `
  told AS MATERIALIZED (
    SELECT l.dossier_id, l.version, l.type = 'vn.motcua.dossier.reassigned.v1' AS reassigned, l.body -> 'data' AS d
    FROM intake.event_log l JOIN target t ON t.dossier_id = l.dossier_id AND l.version <= t.version
    WHERE l.dossier_id IN (SELECT dossier_id FROM intake.event_log WHERE type = 'vn.motcua.dossier.reassigned.v1')
      AND NOT EXISTS (SELECT FROM taken_back b WHERE b.dossier_id = l.dossier_id AND l.version IN (b.version, b.reverted_at))
  ),
  compared AS (
    SELECT dossier_id, version, d, reassigned AND lag(version) OVER w IS NOT NULL
      AND (d -> 'responsiblePath', d ->> 'responsibleKind')
        IS DISTINCT FROM (lag(d -> 'responsiblePath') OVER w, lag(d ->> 'responsibleKind') OVER w) AS moved
    FROM told WINDOW w AS (PARTITION BY dossier_id ORDER BY version)
  ),
  numbered AS (
    SELECT dossier_id, version, d, moved, count(*) FILTER (WHERE moved) OVER (PARTITION BY dossier_id ORDER BY version) AS turn FROM compared
  ),
  named AS (
    SELECT dossier_id, turn, (array_agg(d -> 'responsiblePath' ORDER BY version DESC))[1] AS path,
      (array_agg(d ->> 'responsibleKind' ORDER BY version DESC))[1] AS kind,
      min(${toMilliseconds('d', 'occurredAt')}) FILTER (WHERE moved) AS since
    FROM numbered GROUP BY 1, 2
  ),
  overruled AS (
    SELECT *, min(since) OVER (PARTITION BY dossier_id ORDER BY turn ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING) AS later FROM named
  ),
  holder AS (
    SELECT dossier_id, turn, path, kind, since FROM overruled WHERE since IS NULL OR later IS NULL OR since < later
    UNION ALL
    SELECT dossier_id, 0, path, kind, NULL FROM wanted w WHERE NOT EXISTS (SELECT FROM named n WHERE n.dossier_id = w.dossier_id)
  )`;

/** CTE `responsibility interval`: the rows that facts must be, path as an array. */
const intervals = `
  held AS (
    SELECT h.*, w."receivedAt" AS r, CASE WHEN w."endedAt" IS NOT NULL THEN greatest(w."endedAt", w."receivedAt") END AS e,
      lead(h.since) OVER (PARTITION BY h.dossier_id ORDER BY h.turn) AS until
    FROM holder h JOIN wanted w USING (dossier_id)
  ),
  kept AS (
    SELECT *, row_number() OVER (PARTITION BY dossier_id ORDER BY turn) - 1 AS span FROM held
    WHERE (r IS NULL AND until IS NULL) OR until > r OR (r IS NOT NULL AND until IS NULL)
  ),
  counted AS (SELECT * FROM kept WHERE span = 0 OR e IS NULL OR since < e),
  bounded AS (
    SELECT dossier_id, span, path, kind, CASE WHEN r IS NULL THEN NULL ELSE greatest(since, r) END AS open_from,
      CASE WHEN r IS NULL THEN NULL ELSE coalesce(lead(since) OVER w, e) END AS open_to, lead(span) OVER w IS NULL AS is_last
    FROM counted WINDOW w AS (PARTITION BY dossier_id ORDER BY span)
  ),
  judged AS (
    SELECT w.*, b.span, b.open_from, b.open_to, b.is_last, coalesce(v.judgement, 0) AS judgement,
      CASE WHEN (b.span = 0 OR b.open_from <= v.since) AND (b.is_last OR b.open_to > v.since) THEN v.since END AS judged_at,
      v.cause AS verdict_cause, ${documentColumnsOf('g')}, ARRAY(SELECT jsonb_array_elements_text(b.path)) AS unit_path, b.kind AS unit_kind,
      ${toMidnight(`${toDay('w."currentDue"', 'w.zone')} + 1`, 'w.zone')} AS late_date
    FROM bounded b JOIN wanted w USING (dossier_id) LEFT JOIN verdict v USING (dossier_id)
    LEFT JOIN documents g USING (dossier_id)
  ),
  span AS MATERIALIZED (
    SELECT *, CASE WHEN judged_at IS NOT NULL THEN verdict_cause END AS cause,
      ${breach('late_set766')} AS breach_766, ${breach('late_original')} AS breach_original, ${breach('late_current')} AS breach_current,
      CASE WHEN open_from IS NULL OR greatest(late_date, open_from) >= open_to OR late_date IS NULL THEN NULL ELSE greatest(late_date, open_from) END AS breach_date,
      coalesce("endedAt" >= late_set766, false) AS late_766, coalesce("endedAt" >= late_original, false) AS late_original_end,
      coalesce("endedAt" >= late_current, false) AS late_current_end,
      CASE WHEN "endedAt" IS NULL THEN NULL WHEN "currentDue" IS NULL THEN 'same-day'
        ELSE (ARRAY['early', 'same-day', 'late'])[2 + sign(${toDay('"endedAt"', 'zone')} - ${toDay('"currentDue"', 'zone')})::int] END AS day_verdict
    FROM judged
  )`;

/** `WITH` list up to CTE `responsibility interval`; its parameters are those of `toPlaceParameters`, `$1` to `$6`. */
export const foldSql = (tableSet: TableSet, places: LogPlaces): string =>
  `WITH ${projectedTarget(tableSet)}, ${wanted}, ${responsibleUnits}, ${causeSql(tableSet, places.causes !== undefined)},
   ${documentSql(tableSet, places.documents !== undefined)}, ${intervals}`;

/** Which logs stand beside that of dossier events. */
export interface BesideLogs {
  readonly causes: boolean;
  readonly documents: boolean;
}

/**
 * CTE `target`: of each dossier the newest event that had been recorded by `$1`. Where a period was closed although events were not projected yet
 * (close `$2`; null: none), of those dossiers what was counted then.
 */
const recordedTarget = `
  behind AS MATERIALIZED (SELECT dossier_id, version, judgement, digitization_version FROM kpi.period_behind WHERE close_id = $2::uuid),
  target AS (
    SELECT l.dossier_id, max(l.version) AS version FROM intake.event_log l LEFT JOIN behind b USING (dossier_id)
    WHERE l.recorded_at <= $1::timestamptz AND l.version <= coalesce(b.version, l.version) GROUP BY 1
  )`;

/** The same list from what had been recorded by a moment, whatever is projected. Its parameters are `$1` and `$2`. */
export const foldRecordedSql = (logs: BesideLogs): string =>
  `WITH ${recordedTarget}, ${wanted}, ${responsibleUnits}, ${recordedCauseSql(logs.causes)}, ${recordedDocumentSql(logs.documents)}, ${intervals}`;

export const toPlaceParameters = ({ events, causes = LOG_START, documents = LOG_START }: LogPlaces): readonly string[] =>
  [events, causes, documents].flatMap(({ xid, position }) => [xid, position]);
