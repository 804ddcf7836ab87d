const shortestMs = 2;
const longestMs = 20;

/** How long to rest after a poll: not at all after a find, then a little longer after each empty one, 2 to 20 ms. */
export function nextPollDelayMs(previousMs: number, foundRows: boolean): number {
  if (foundRows) return 0;
  return previousMs === 0 ? shortestMs : Math.min(longestMs, previousMs * 1.5);
}
