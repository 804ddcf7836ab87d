import { stopOrphan } from '@motcua/embedded';
import { toServiceScript } from './services.ts';
import { findStackFile, removeStackFile } from './stack-file.ts';
import type { StackPaths } from './stack-paths.ts';

/** Stops services that a killed supervisor left behind, by the `stack.json` it left too. Answers whether there was one. */
export async function stopOrphanServices(paths: StackPaths): Promise<boolean> {
  const stack = await findStackFile(paths);
  const orphans = Object.entries(stack?.services ?? {});
  const stopped = await Promise.all(
    orphans.map(([name, { pid }]) =>
      stopOrphan(pid, { commandContains: toServiceScript(name), signals: ['SIGTERM', 'SIGKILL'], graceMs: 6_000 }),
    ),
  );
  await removeStackFile(paths);
  return stopped.includes(true);
}
