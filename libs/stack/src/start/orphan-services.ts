import { stopOrphan } from '@motcua/embedded';
import { mailScript } from '../mail/mail-catcher.ts';
import { toServiceScript } from '../services/services.ts';
import { findStackFile, removeStackFile } from '../state/stack-file.ts';
import type { StackPaths } from '../state/stack-paths.ts';

/** Stops services that a killed supervisor left behind, by the `stack.json` it left too. Answers whether there was one. */
export async function stopOrphanServices(paths: StackPaths): Promise<boolean> {
  const stack = await findStackFile(paths);
  const services = Object.entries(stack?.services ?? {}).map(([name, { pid }]) => ({ pid, script: toServiceScript(name) }));
  const mail = stack?.mail?.pid === undefined ? [] : [{ pid: stack.mail.pid, script: mailScript }];
  const stopped = await Promise.all(
    [...services, ...mail].map(({ pid, script }) =>
      stopOrphan(pid, { commandContains: script, signals: ['SIGTERM', 'SIGKILL'], graceMs: 6_000 }),
    ),
  );
  await removeStackFile(paths);
  return stopped.includes(true);
}
