import { setTimeout as delay } from 'node:timers/promises';

/** A condition that takes long to look at takes the machine from what it waits for: at most a third of the time goes to looking. */
const PAUSE_PER_LOOK = 2;
const LONGEST_PAUSE_MS = 2_000;

/**
 * Polls until `condition` answers something other than `undefined`, `null` or `false`, and returns that. An error thrown by it
 * counts as "not yet". Pauses `intervalMs` between two looks, or twice as long as a look took, up to 2 s. After `timeoutMs` (default
 * 30 s) it throws, saying what was awaited and what was seen last.
 */
export async function waitFor<T>(
  condition: () => T | Promise<T>,
  { describe, timeoutMs = 30_000, intervalMs = 25 }: { describe: string; timeoutMs?: number; intervalMs?: number },
): Promise<Exclude<T, undefined | null | false>> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const lookedAt = Date.now();
    const seen = await attempt(condition);
    const tookMs = Date.now() - lookedAt;
    if (seen.ok && seen.value !== undefined && seen.value !== null && seen.value !== false) {
      return seen.value as Exclude<T, undefined | null | false>; // The three values are excluded just above.
    }
    if (Date.now() >= deadline) throw new Error(`Waited ${timeoutMs} ms for ${describe}; last seen: ${show(seen)}`);
    await delay(Math.max(intervalMs, Math.min(PAUSE_PER_LOOK * tookMs, LONGEST_PAUSE_MS)));
  }
}

type Seen<T> = { ok: true; value: T } | { ok: false; error: unknown };

async function attempt<T>(condition: () => T | Promise<T>): Promise<Seen<T>> {
  try {
    return { ok: true, value: await condition() };
  } catch (error) {
    return { ok: false, error };
  }
}

function show(seen: Seen<unknown>): string {
  if (!seen.ok) return String(seen.error);
  return seen.value === undefined ? 'undefined' : JSON.stringify(seen.value);
}
