import { setTimeout as delay } from 'node:timers/promises';
import { stopOrphanServices } from './orphan-services.ts';
import type { StackPaths } from '../state/stack-paths.ts';
import { findSupervisor, releaseSupervisorLock } from '../state/supervisor-lock.ts';
import { stopLeftoverServers } from '../servers/leftover-servers.ts';
import { CliError } from '@motcua/terminal';

/** All servers may take their whole grace, one after another. */
const TIMEOUT_MS = 90_000;

/** Asks the supervisor to stop, and cleans up after one that was killed. Answers whether anything was running. */
export async function stopRunningStack(paths: StackPaths): Promise<boolean> {
  const supervisor = await findSupervisor(paths);
  if (supervisor === undefined) {
    const leftovers = [await stopOrphanServices(paths), await stopLeftoverServers(paths)];
    await releaseSupervisorLock(paths);
    return leftovers.includes(true);
  }
  process.kill(supervisor, 'SIGTERM');
  const deadline = Date.now() + TIMEOUT_MS;
  while ((await findSupervisor(paths)) !== undefined) {
    if (Date.now() > deadline) {
      const message = `The stack (process ${supervisor}) has not stopped after ${TIMEOUT_MS / 1000} s.`;
      throw new CliError({ code: 'stack.does-not-stop', message, hint: `kill -9 ${supervisor}, then motcua down` });
    }
    await delay(100);
  }
  return true;
}
