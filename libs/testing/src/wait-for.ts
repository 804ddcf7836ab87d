import { setTimeout as delay } from 'node:timers/promises';

/**
 * Polls until `condition` answers something other than `undefined`, `null` or `false`, and returns that. An error thrown by it
 * counts as "not yet". After `timeoutMs` (default 30 s) it throws, saying what was awaited and what was seen last.
 */
export async function waitFor<T>(
  condition: () => T | Promise<T>,
  { describe, timeoutMs = 30_000, intervalMs = 25 }: { describe: string; timeoutMs?: number; intervalMs?: number },
): Promise<Exclude<T, undefined | null | false>> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const seen = await attempt(condition);
    if (seen.ok && seen.value !== undefined && seen.value !== null && seen.value !== false) {
      return seen.value as Exclude<T, undefined | null | false>; // The three values are excluded just above.
    }
    if (Date.now() >= deadline) throw new Error(`Waited ${timeoutMs} ms for ${describe}; last seen: ${show(seen)}`);
    await delay(intervalMs);
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
