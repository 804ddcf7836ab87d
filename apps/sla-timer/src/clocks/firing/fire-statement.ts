import { laneWalk } from './lane-walk.ts';
import { readPartitions } from './read-partitions.ts';

/**
 * Fires what is due: claims, marks and says it, in one statement; what was not marked is not said, and a process that dies leaves
 * nothing behind. `$1` clocks at most. Of a partition only what lies before the moment up to which its log has been read: what was
 * recorded by then is known, an end five seconds before the moment too. And nothing fires where the log
 * has not said for three times as long as it promised how far it goes: what was told then would be news of long ago.
 *
 * Lanes take turns: each lane with something due gets an equal part of the batch (a walk over the index, one step a lane), so that a
 * herd of one unit does not keep another unit's single alert waiting. Of several escalation steps passed the highest is fired and the lower
 * ones are coalesced into it; of an apology whose last lawful moment has passed there is nothing to warn of any more. Whoever runs this holds the lock of `lockToFire`. A claimed row is marked where it lies: one that moved
 * all the same is not marked, so not said, and is claimed again.
 */
export const fireStatement = {
  name: 'timers.fire',
  text: `${laneWalk}, waiting AS MATERIALIZED (
  SELECT lane, ceil($1::numeric / count(*) OVER ())::bigint AS part FROM lane WHERE next_at <= sla.clock_now() ORDER BY next_at LIMIT $1
), followed AS MATERIALIZED (${readPartitions}
), claimed AS MATERIALIZED (
  SELECT due.* FROM waiting, LATERAL (
    SELECT clock.ctid AS place_of_row, dossier_id, clock, generation, ladder, due, original_due, late_from, breached_at, schedule, cardinality(schedule) AS size,
      next_at AS waited_for, imported_until, read.up_to AS read_up_to
    FROM sla.clock, LATERAL (SELECT up_to FROM followed WHERE followed.partition = clock.partition) AS read
    WHERE clock.lane = waiting.lane AND next_at <= (SELECT max(up_to) FROM followed) AND next_at <= read.up_to
    ORDER BY next_at LIMIT waiting.part FOR UPDATE OF clock SKIP LOCKED) AS due
), reached AS MATERIALIZED (
  SELECT claimed.*, passed.count, sla.rung_at(schedule[passed.count]) AS reached_at, sla.rung_place(schedule[passed.count]) + 1 AS place,
    CASE WHEN passed.count < size THEN sla.rung_at(schedule[passed.count + 1]) END AS following_at,
    late_from IS NULL AND due <= sla.clock_now() AS is_lapsed, coalesce(sla.rung_at(schedule[passed.count]) <= imported_until, false) AS from_import
  FROM claimed, LATERAL (SELECT count(*)::int FROM unnest(schedule) AS rung WHERE sla.rung_at(rung) <= claimed.read_up_to) AS passed
  WHERE passed.count > 0
), marked AS (
  UPDATE sla.clock SET
    schedule = CASE WHEN reached.count < reached.size THEN clock.schedule[reached.count + 1 :] END,
    next_at = reached.following_at,
    last_rung = CASE WHEN reached.is_lapsed THEN clock.last_rung ELSE reached.place - 1 END,
    breached_at = CASE WHEN ladder.kinds[reached.place] = 'before' THEN clock.breached_at ELSE coalesce(clock.breached_at, clock.late_from) END
  FROM reached JOIN sla.ladder ON ladder.id = reached.ladder
  WHERE clock.ctid = reached.place_of_row
  RETURNING reached.*, ladder.kinds[reached.place] <> 'before' AS is_breach
), said AS (
  INSERT INTO sla.event (dossier_id, clock, generation, due, original_due, fired_at, ladder, rung, folded, from_import)
  SELECT dossier_id, clock, generation, due, original_due, sla.clock_now(), ladder, schedule[count],
    CASE WHEN count > 1 THEN schedule[: count - 1] END, CASE WHEN from_import THEN true END FROM marked WHERE NOT is_lapsed
), queued AS (
  INSERT INTO sla.unjudged (dossier_id)
  SELECT dossier_id FROM marked WHERE clock = 'dossier' AND is_breach AND breached_at IS NULL ON CONFLICT DO NOTHING
)
SELECT count(*)::int AS fired, coalesce(sum(count - 1), 0)::int AS folded,
  count(*) FILTER (WHERE is_breach)::int AS breached,
  count(*) FILTER (WHERE from_import)::int AS imported,
  coalesce(array_agg((extract(epoch FROM sla.clock_now() - greatest(reached_at, waited_for)))::real) FILTER (WHERE NOT from_import), '{}') AS lags
FROM marked WHERE NOT is_lapsed`,
};
