import { queryStack, type RunningStack } from '@motcua/testing/stack';

/** Whether the timer knows of every dossier what the event table knows. */
export async function hasFollowed(stack: RunningStack): Promise<boolean> {
  const [count] = await queryStack<{ behind: number }>(
    stack,
    `SELECT count(*)::int AS behind
     FROM (SELECT dossier_id, max(version) AS version FROM intake.event_log GROUP BY dossier_id) known
     LEFT JOIN sla.dossier followed USING (dossier_id)
     WHERE followed.version IS DISTINCT FROM known.version`,
  );
  return count?.behind === 0;
}

/** Whether nothing is left to fire, and no breach waits for its verdict. */
export async function isQuiet(stack: RunningStack): Promise<boolean> {
  const [count] = await queryStack<{ waiting: number }>(
    stack,
    `SELECT (SELECT count(*) FROM sla.clock WHERE next_at <= sla.clock_now())::int + (SELECT count(*) FROM sla.unjudged)::int AS waiting`,
  );
  return count?.waiting === 0;
}
