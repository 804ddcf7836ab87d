import type { ClocksVerification } from '@motcua/contracts';
import type { Transaction } from '@motcua/postgres';

const MAX_DIFFERENCES = 1_000;

/**
 * By another path than clocks are scheduled: nothing is folded, and no calendar is asked. The state after the event that a dossier's row
 * claims to show says when it is due, and whether it has ended; an event that was recorded more than a minute ago and is not in the row
 * is missing; a promise runs to what was promised. Beside that: a clock that runs to something waits for a moment, a hold or a session, or it would never fire; and of a
 * dossier that has ended, or that was answered before receipt, none runs.
 */
const text = `WITH told AS MATERIALIZED (
    SELECT key::uuid AS dossier_id, (data ->> 'dossierVersion')::int AS version, data
    FROM intake.archive CROSS JOIN LATERAL (SELECT body::jsonb -> 'data' AS data OFFSET 0) AS event WHERE key IS NOT NULL),
  newest AS (
    SELECT dossier_id, max(version) FILTER (WHERE (data ->> 'recordedAt')::timestamptz < clock_timestamp() - interval '1 minute') AS version
    FROM told GROUP BY dossier_id),
  shown AS (
    SELECT told.dossier_id, told.version,
      (data ->> 'endedAt') IS NOT NULL OR ((data ->> 'receivedAt') IS NULL AND (data ->> 'status')::int IN (3, 8)) AS has_ended,
      date_trunc('milliseconds', (data #>> '{apology,promised}')::timestamptz) AS promised,
      (data ->> 'receivedAt') IS NOT NULL AND ((data ->> 'currentDue') IS NOT NULL OR jsonb_typeof(data -> 'limit') = 'object'
        OR (data ->> 'dueSupplied')::boolean OR (data ->> 'extensionCount')::int > 0) AS has_clock,
      date_trunc('milliseconds', (data ->> 'currentDue')::timestamptz) AS due,
      date_trunc('milliseconds', (data ->> 'originalDue')::timestamptz) AS original_due,
      date_trunc('milliseconds', (data #>> '{lateFrom,current}')::timestamptz) AS late_from
    FROM told JOIN sla.dossier USING (dossier_id, version)),
  wanted AS (
    SELECT *, CASE WHEN has_ended THEN 'closed' WHEN due IS NULL THEN 'paused' ELSE 'running' END AS state FROM shown WHERE has_clock),
  different AS (
    SELECT newest.dossier_id, 'dossier' AS clock, 'version' AS what, newest.version::text AS expected, dossier.version::text AS found
    FROM newest LEFT JOIN sla.dossier USING (dossier_id)
    WHERE newest.version > coalesce(dossier.version, 0)
      AND NOT EXISTS (SELECT FROM sla.dlq_event WHERE status = 'parked' AND key = newest.dossier_id::text)
    UNION ALL
    SELECT wanted.dossier_id, 'dossier', field.what, field.expected, field.found
    FROM wanted LEFT JOIN sla.clock ON clock.dossier_id = wanted.dossier_id AND clock.clock = 'dossier'
      CROSS JOIN LATERAL (VALUES
        ('state', wanted.state, clock.state::text),
        ('due', to_json(wanted.due) #>> '{}', to_json(clock.due) #>> '{}'),
        ('originalDue', to_json(wanted.original_due) #>> '{}', to_json(clock.original_due) #>> '{}'),
        ('lateFrom', to_json(wanted.late_from) #>> '{}', to_json(clock.late_from) #>> '{}')) AS field (what, expected, found)
    WHERE (field.what = 'state' OR NOT wanted.has_ended) AND field.expected IS DISTINCT FROM field.found
    UNION ALL
    SELECT clock.dossier_id, clock.clock::text, 'state', 'closed', clock.state::text
    FROM shown JOIN sla.clock USING (dossier_id) WHERE has_ended AND clock.clock <> 'dossier' AND clock.state <> 'closed'
    UNION ALL
    SELECT clock.dossier_id, 'promise', 'due', to_json(promised) #>> '{}', to_json(clock.due) #>> '{}'
    FROM shown JOIN sla.clock USING (dossier_id) WHERE clock.clock = 'promise' AND NOT has_ended AND clock.due IS DISTINCT FROM promised
      AND promised IS NOT NULL
    UNION ALL
    SELECT dossier_id, clock.clock::text, 'nextEscalation', 'a moment to fire at', NULL
    FROM sla.clock WHERE state = 'running' AND schedule IS NOT NULL AND next_at IS NULL AND held_until IS NULL AND import_session IS NULL)
  SELECT (SELECT count(*)::int FROM wanted) AS dossiers, (SELECT count(*)::int FROM sla.clock WHERE state <> 'closed') AS open,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('dossierId', dossier_id, 'clock', clock, 'what', what, 'expected', expected, 'found', found)), '[]')
     FROM (SELECT * FROM different ORDER BY dossier_id, clock, what LIMIT $1) AS first) AS different`;

/** Clocks against what the event table says. To be run on one snapshot. */
export async function verifyClocks(snapshot: Transaction): Promise<ClocksVerification> {
  const [row] = await snapshot.query<ClocksVerification & Record<string, unknown>>(text, [MAX_DIFFERENCES]);
  if (row === undefined) throw new Error('The comparison of clocks answered without a row.');
  return row;
}
