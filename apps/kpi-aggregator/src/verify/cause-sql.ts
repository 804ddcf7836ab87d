import { toSlaEventType } from '@motcua/contracts';
import type { TableSet } from '../projection/table-set.ts';

/**
 * CTE `overdue cause`: of each judged dossier the newest overdue cause that must or may be projected, `since` null where it was taken back. As with
 * events, a fact may be ahead of the noted place (`$3`, `$4`). Without a log nothing is judged.
 */
export const causeSql = (tableSet: TableSet, hasLog: boolean): string => `
  judgement AS MATERIALIZED (${hasLog ? logged('(l.xid, l.position) <= ($3::xid8, $4::bigint)') : none('($3::xid8, $4::bigint) IS NULL')}),
  newest AS (
    SELECT dossier_id, greatest(max(j.judgement) FILTER (WHERE j.is_noted), f.judgement) AS judgement
    FROM judgement j FULL JOIN (SELECT dossier_id, judgement FROM kpi.fact_${tableSet} WHERE span = 0 AND judgement > 0) f USING (dossier_id)
    GROUP BY dossier_id, f.judgement
  ),
  ${verdict}`;

/** The same by what had been recorded by `$1`; CTE `behind` goes before it. */
export const recordedCauseSql = (hasLog: boolean): string => `
  judgement AS MATERIALIZED (${hasLog ? logged(wasRecorded) : none('true')}),
  newest AS (
    SELECT j.dossier_id, max(j.judgement) AS judgement FROM judgement j LEFT JOIN behind b USING (dossier_id)
    WHERE j.is_noted AND j.judgement <= coalesce(b.judgement, j.judgement) GROUP BY 1
  ),
  ${verdict}`;

/** Neither log has a column for it; both stamp an event with the moment at which they wrote it. @param body the published event */
export const recordedAtOf = (body: string): string => `(${body} ->> 'time')::timestamptz`;
export const wasRecorded = `${recordedAtOf('l.body')} <= $1::timestamptz`;

const verdict = `verdict AS MATERIALIZED (
    SELECT DISTINCT ON (dossier_id) dossier_id, judgement, cause, CASE WHEN cause IS NOT NULL THEN since END AS since
    FROM newest JOIN judgement USING (dossier_id, judgement) ORDER BY dossier_id, turn
  )`;

const logged = (isNoted: string): string => `
    SELECT l.dossier_id, (d ->> 'judgement')::int AS judgement, d ->> 'cause' AS cause,
      (extract(epoch FROM (d ->> 'overdueSince')::timestamptz) * 1000)::bigint AS since, l.position AS turn,
      ${isNoted} AS is_noted
    FROM sla.event_log l CROSS JOIN LATERAL (SELECT l.body -> 'data' AS d OFFSET 0) AS data
    WHERE l.type = '${toSlaEventType('overdue-judged')}'`;

const none = (isAsked: string): string => `
    SELECT NULL::uuid AS dossier_id, 0 AS judgement, NULL::text AS cause, NULL::bigint AS since, 0::bigint AS turn, false AS is_noted
    WHERE ${isAsked}`;
