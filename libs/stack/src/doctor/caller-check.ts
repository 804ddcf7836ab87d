import { z } from 'zod';
import { findStackFile } from '../state/stack-file.ts';
import type { StackPaths } from '../state/stack-paths.ts';
import type { Check } from './check.ts';

const Readiness = z.object({ checks: z.object({ callers: z.object({ toldApart: z.boolean() }) }) });
const ANSWER_WITHIN_MS = 2_000;

/** Whether the gateway that runs here tells its callers apart; none: nothing runs, or it does not say (it trusts a proxy). */
export async function checkCallers(paths: StackPaths): Promise<Check[]> {
  const gateway = (await findStackFile(paths))?.services['gateway'];
  return gateway === undefined ? [] : checkCallersOf(gateway.operations ?? gateway.url);
}

/** @param operations where the gateway says how it is */
export async function checkCallersOf(operations: string): Promise<Check[]> {
  const told = await fetch(new URL('/health/ready', operations), { signal: AbortSignal.timeout(ANSWER_WITHIN_MS) })
    .then(async (answer) => Readiness.safeParse(await answer.json()).data?.checks.callers)
    .catch(() => undefined);
  if (told === undefined) return [];
  if (told.toldApart) return [{ name: 'callers', ok: true, found: 'each by an address of their own' }];
  const problem = 'Requests come through a proxy, and TRUSTED_PROXY_HOPS is 0: limits by address count all callers as one.';
  const help = 'TRUSTED_PROXY_HOPS=1 npm start, where there is one proxy before the gateway; as many as there are.';
  return [{ name: 'callers', ok: false, problem, help }];
}
