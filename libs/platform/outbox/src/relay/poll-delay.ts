const shortestMs = 2;
const longestMs = 20;
/** The slow poll, for writers who wake nobody. */
export const defaultIdlePollMs = 1_000;

/**
 * How long to rest after a poll that found nothing to publish. Rows that are committed but wait for an older transaction become readable
 * without anybody's telling, so they are asked for after 2 ms, then a little less often, up to 20; otherwise whoever commits wakes the relay.
 */
export function nextPollDelayMs(previousMs: number, rowsAreWaiting: boolean, idlePollMs = defaultIdlePollMs): number {
  if (!rowsAreWaiting) return idlePollMs;
  return previousMs === 0 || previousMs > longestMs ? shortestMs : Math.min(longestMs, previousMs * 1.5);
}
