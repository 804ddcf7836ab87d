import { findCommandLine } from '@motcua/embedded/orphan';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { StackPaths } from './stack-paths.ts';

const lockFile = (paths: StackPaths): string => join(paths.home, 'supervisor.pid');

/** The process that holds this stack, `undefined` when none does, also after one was killed and left its file behind. */
export async function findSupervisor(paths: StackPaths): Promise<number | undefined> {
  const pid = Number(await readFile(lockFile(paths), 'utf8').catch(() => Number.NaN));
  if (!Number.isInteger(pid) || pid <= 0) return undefined;
  // The id may be somebody else's by now; ours is a Node process that runs `… up …`.
  const commandLine = await findCommandLine(pid);
  return commandLine !== undefined && /\bup\b/.test(commandLine) ? pid : undefined;
}

/** Makes this process the supervisor. Answers the pid of the one that is there already, if one is. */
export async function takeSupervisorLock(paths: StackPaths): Promise<{ taken: true } | { taken: false; by: number }> {
  await mkdir(paths.home, { recursive: true });
  for (;;) {
    try {
      await writeFile(lockFile(paths), String(process.pid), { flag: 'wx' });
      return { taken: true };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      const by = await findSupervisor(paths);
      if (by !== undefined) return { taken: false, by };
      await rm(lockFile(paths), { force: true });
    }
  }
}

export const releaseSupervisorLock = (paths: StackPaths): Promise<void> => rm(lockFile(paths), { force: true });
