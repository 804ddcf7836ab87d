import type { Queryable } from '@motcua/postgres';
import type { Behind } from '../../closes/frozen-copy.query.ts';
import { judgedType } from '../../events/overdue-cause-event.ts';
import { PROJECTION } from '../../projection/projected-log.ts';
import type { TableSet } from '../../projection/table-set.ts';
import { recordedAtOf } from '../../verify/cause-sql.ts';
import type { BesideLogs } from '../../verify/fold-sql.ts';

export interface MissingEvents {
  readonly behind: readonly Behind[];
  readonly parked: number;
  /** The latest moment of recording that is to be seen on any log; null: there is nothing. */
  readonly newestRecordedAt: Date | null;
}

/**
 * What of a unit's subtree is on the logs and not in the facts, all of one snapshot. That logs and facts lie in one database makes it exact: no
 * broker is asked, and what another unit waits for stands in nobody's way. A dossier is the unit's by what is projected of it, or by any event of it.
 */
export async function findMissing(
  database: Queryable,
  tableSet: TableSet,
  unit: string,
  logs: BesideLogs,
): Promise<MissingEvents> {
  const behind = await database.query<Behind & Record<string, unknown>>(
    `WITH late AS (${toLate(tableSet, logs)}),
     touching AS (${toTouching(tableSet, 'SELECT dossier_id FROM late')})
     SELECT l.dossier_id AS "dossierId", coalesce(f.version, 0) AS version, coalesce(f.judgement, 0) AS judgement,
       coalesce(f.digitization_version, 0) AS "digitizationVersion"
     FROM late l LEFT JOIN kpi.fact_${tableSet} f ON f.dossier_id = l.dossier_id AND f.span = 0
     WHERE l.dossier_id IN (SELECT dossier_id FROM touching) ORDER BY 1`,
    [unit],
  );
  const [parked] = await database.query<{ parked: number }>(
    `WITH parked AS (
       SELECT CASE WHEN key ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' THEN key::uuid END AS dossier_id FROM kpi.dlq_event
       WHERE projection = '${PROJECTION}' AND status = 'parked'
     ),
     touching AS (${toTouching(tableSet, 'SELECT dossier_id FROM parked')})
     SELECT count(*)::int AS parked FROM parked WHERE dossier_id IN (SELECT dossier_id FROM touching)`,
    [unit],
  );
  return { behind, parked: parked?.parked ?? 0, newestRecordedAt: await findNewest(database, logs) };
}

/** Of all logs by whose moments a recomputation cuts. */
async function findNewest(database: Queryable, { causes, documents }: BesideLogs): Promise<Date | null> {
  const newest = [
    'SELECT max(recorded_at) AS at FROM intake.event_log',
    ...(causes ? [`SELECT max(${recordedAtOf('body')}) FROM sla.event_log WHERE type = '${judgedType}'`] : []),
    ...(documents ? [`SELECT max(${recordedAtOf('body')}) FROM digitization.event_log`] : []),
  ];
  const [row] = await database.query<{ at: Date | null }>(`SELECT max(at) AS at FROM (${newest.join(' UNION ALL ')}) AS newest`);
  return row?.at ?? null;
}

/** Dossiers with an event that no fact shows. */
const toLate = (tableSet: TableSet, { causes, documents }: BesideLogs): string =>
  [
    toLateOf(tableSet, 'version', 'SELECT dossier_id, max(version) AS newest FROM intake.event_log GROUP BY 1'),
    ...(causes
      ? [
          toLateOf(
            tableSet,
            'judgement',
            `SELECT dossier_id, max((body #>> '{data,judgement}')::int) AS newest FROM sla.event_log WHERE type = '${judgedType}' GROUP BY 1`,
          ),
        ]
      : []),
    ...(documents
      ? [
          toLateOf(
            tableSet,
            'digitization_version',
            `SELECT dossier_id, max((body #>> '{data,digitizationVersion}')::int) AS newest FROM digitization.event_log GROUP BY 1`,
          ),
        ]
      : []),
  ].join(' UNION ');

const toLateOf = (tableSet: TableSet, column: string, newest: string): string =>
  `SELECT n.dossier_id FROM (${newest}) n LEFT JOIN kpi.fact_${tableSet} f ON f.dossier_id = n.dossier_id AND f.span = 0 WHERE n.newest > coalesce(f.${column}, 0)`;

const toTouching = (tableSet: TableSet, dossiers: string): string => `
  SELECT f.dossier_id FROM kpi.fact_${tableSet} f JOIN kpi.place p ON p.id = f.place
  WHERE $1::text = ANY(p.path) AND f.dossier_id IN (${dossiers})
  UNION SELECT l.dossier_id FROM intake.event_log l WHERE l.dossier_id IN (${dossiers}) AND l.body #> '{data,responsiblePath}' ? $1`;
