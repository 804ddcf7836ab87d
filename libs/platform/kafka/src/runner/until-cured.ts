import { setTimeout as delay } from 'node:timers/promises';

/**
 * Asks again and again whether what stopped a projection has been set right, in whatever process that was done.
 *
 * @param isCured may reject, as while the cluster or the database is away: it is asked again
 * @returns false where `signal` was aborted first
 */
export async function untilCured(
  isCured: () => Promise<boolean>,
  { everyMs, signal }: { readonly everyMs: number; readonly signal: AbortSignal },
): Promise<boolean> {
  do await delay(everyMs, undefined, { signal, ref: false }).catch(() => undefined);
  while (!signal.aborted && !(await isCured().catch(() => false)));
  return !signal.aborted;
}
