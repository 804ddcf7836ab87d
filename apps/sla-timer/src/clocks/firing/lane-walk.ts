/**
 * `lane (lane, next_at)`: every lane with its earliest escalation step, by one step through the index a lane; no row is read or locked, so it is
 * cheap enough to ask all day. Begins a statement.
 */
export const laneWalk = `
WITH RECURSIVE lane AS (
  (SELECT lane, next_at FROM sla.clock WHERE next_at IS NOT NULL ORDER BY lane, next_at LIMIT 1)
  UNION ALL
  SELECT following.lane, following.next_at FROM lane, LATERAL (
    SELECT clock.lane, clock.next_at FROM sla.clock WHERE clock.next_at IS NOT NULL AND clock.lane > lane.lane
    ORDER BY clock.lane, clock.next_at LIMIT 1) AS following
)`;
