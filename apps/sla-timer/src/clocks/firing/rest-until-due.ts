const SHORTEST_MS = 20;
/** Clocks that another instance schedules, and a database whose clock is set, are noticed after so long. */
const LONGEST_MS = 1_000;

/** How long the timer rests where nothing is due: until the next escalation step, within bounds. @param nextMs null: no clock waits for one */
export const toRestUntilDue = (nextMs: number | null): number =>
  Math.ceil(Math.max(SHORTEST_MS, Math.min(LONGEST_MS, nextMs ?? LONGEST_MS)));
