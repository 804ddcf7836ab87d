const SHORTEST_MS = 20;
/** Clocks that another instance schedules, and a database whose clock is set, are noticed after so long. */
const LONGEST_MS = 1_000;
/** What is due waits for the log, or for another instance: whatever of the log is read here wakes the timer, what is read elsewhere does not. */
const BLOCKED_MS = 250;

/** How long the timer rests where nothing can be fired: until the next escalation step, within bounds. @param nextMs null: no clock waits for one; negative: one is due */
export const toRestUntilDue = (nextMs: number | null): number =>
  nextMs !== null && nextMs <= 0 ? BLOCKED_MS : Math.ceil(Math.max(SHORTEST_MS, Math.min(LONGEST_MS, nextMs ?? LONGEST_MS)));
