import type { Instant, LocalDays } from '@motcua/indicators';
import type { Transaction } from '@motcua/postgres';
import type { CloseHead, FrozenRule, ReadPosition } from '../../closes/close-row.ts';
import { toContentHash } from '../../closes/content-hash.ts';
import { toCountedIntervals } from '../../closes/counted-intervals.ts';
import type { Behind } from '../../closes/frozen-copy.query.ts';
import { frozenNames } from '../../closes/frozen-numbers.ts';
import { toMonthPeriod } from '../../closes/month-period.ts';
import type { UnitPlacement } from '../../figures/unit-placements.query.ts';
import { PROJECTION } from '../../projection/projected-log.ts';
import type { TableSet } from '../../projection/table-set.ts';

export interface FreezeOrder {
  readonly id: string;
  readonly unit: string;
  readonly month: string;
  readonly tableSet: TableSet;
  readonly places: readonly UnitPlacement[];
  readonly knownAt: Instant;
  readonly proposedBy: string;
  readonly proposedAt: Instant;
  readonly overrideReason: string | null;
  readonly behind: readonly Behind[];
  readonly parked: number;
}

/**
 * Writes what a month counts, as the facts of this snapshot have it: each interval with the versions that were counted, the numbers by unit, field and
 * procedure as sums of those, by which rules it was dated, and how far had been read.
 *
 * @param transaction repeatable read: one snapshot for everything
 */
export async function freezePeriod(transaction: Transaction, order: FreezeOrder, days: LocalDays): Promise<void> {
  const { id, unit, month, tableSet, places, knownAt, behind } = order;
  const counted = toCountedIntervals({ tableSet, places, period: toMonthPeriod(month), asOf: knownAt }, days);
  const rules = await listRules(transaction, counted);
  const readUpTo = await listReadPositions(transaction);
  // What only reads comes first: from the first row on, the transaction holds up the relays of this server.
  const dossiers = await transaction.execute(
    `INSERT INTO kpi.frozen_dossier (close_id, dossier_id, interval, code, version, judgement, digitization_version, unit, procedure, field, channel, numbers)
     SELECT $1::uuid, * FROM (${counted}) AS lines`,
    [id],
  );
  await transaction.query(
    `INSERT INTO kpi.frozen_figure (close_id, unit, field, procedure, number, count)
     SELECT close_id, unit, field, procedure, number, count(*) FROM kpi.frozen_dossier CROSS JOIN LATERAL unnest(numbers) AS number
     WHERE close_id = $1 GROUP BY 1, 2, 3, 4, 5`,
    [id],
  );
  await transaction.query(
    `INSERT INTO kpi.period_behind (close_id, dossier_id, version, judgement, digitization_version)
     SELECT $1::uuid, * FROM unnest($2::uuid[], $3::int[], $4::int[], $5::int[])`,
    [
      id,
      behind.map(({ dossierId }) => dossierId),
      behind.map(({ version }) => version),
      behind.map(({ judgement }) => judgement),
      behind.map(({ digitizationVersion }) => digitizationVersion),
    ],
  );
  const { proposedBy, overrideReason, parked } = order;
  const moments = { knownAt: new Date(knownAt), asOf: new Date(knownAt), proposedAt: new Date(order.proposedAt) };
  const head = {
    ...{ id, unit, month, ...moments, proposedBy, overrideReason, lagging: behind.length, parked },
    ...{ names: frozenNames, rules, readUpTo, dossiers },
  };
  await insertHead(transaction, head, await toContentHash(transaction, head));
}

/** By which rules and calendars what is counted was dated: of each dossier the event that was counted says it. */
const listRules = (database: Transaction, counted: string): Promise<FrozenRule[]> =>
  database.query<FrozenRule & Record<string, unknown>>(
    `SELECT coalesce(l.body #>> '{data,ruleSet}', '') AS "ruleSet", coalesce(l.body #>> '{data,calendar,id}', '') AS calendar,
       coalesce((l.body #>> '{data,calendar,version}')::int, 0) AS "calendarVersion", count(*)::int AS dossiers
     FROM (SELECT DISTINCT dossier_id, version FROM (${counted}) AS lines) AS d JOIN intake.event_log l USING (dossier_id, version)
     GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`,
  );

const listReadPositions = (database: Transaction): Promise<ReadPosition[]> =>
  database.query<ReadPosition & Record<string, unknown>>(
    `SELECT topic, partition, next_offset::text AS "nextOffset" FROM kpi.consumer_offset WHERE projection = $1 ORDER BY topic, partition, cluster_id, topic_id`,
    [PROJECTION],
  );

async function insertHead(database: Transaction, head: CloseHead, contentHash: string): Promise<void> {
  const { id, unit, month, knownAt, asOf, proposedBy, proposedAt, overrideReason, lagging, parked, dossiers } = head;
  await database.query(
    `INSERT INTO kpi.period_close (id, unit, month, known_at, as_of, proposed_by, proposed_at, override_reason, lagging, parked, dossiers, names, rules, read_up_to, content_hash)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
    [
      ...[id, unit, month, knownAt, asOf, proposedBy, proposedAt, overrideReason, lagging, parked, dossiers],
      ...[JSON.stringify(head.names), JSON.stringify(head.rules), JSON.stringify(head.readUpTo), contentHash],
    ],
  );
}
