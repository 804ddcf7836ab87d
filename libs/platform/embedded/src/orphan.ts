import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Whether a process with this id exists (also one of another user). */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** The command line of a process, `undefined` when there is none. */
export async function findCommandLine(pid: number): Promise<string | undefined> {
  if (!isAlive(pid)) return undefined;
  try {
    if (process.platform === 'linux') return (await readFile(`/proc/${pid}/cmdline`, 'utf8')).replaceAll('\0', ' ');
    if (process.platform === 'win32') {
      const query = `(Get-CimInstance Win32_Process -Filter "ProcessId=${pid}").CommandLine`;
      return (await run('powershell', ['-NoProfile', '-Command', query])).stdout.trim();
    }
    return (await run('ps', ['-p', String(pid), '-o', 'command='])).stdout.trim();
  } catch {
    return undefined;
  }
}

/**
 * Stops what an earlier run left behind when it was killed. A process id on disk may have been given to somebody else since,
 * so only a process whose command line contains `commandContains` (our own data folder) is touched.
 */
export async function stopOrphan(
  pid: number,
  { commandContains, signals, graceMs }: { commandContains: string; signals: readonly NodeJS.Signals[]; graceMs: number },
): Promise<boolean> {
  const commandLine = await findCommandLine(pid);
  if (commandLine?.includes(commandContains) !== true) return false;
  for (const signal of signals) {
    process.kill(pid, signal);
    const deadline = Date.now() + graceMs;
    while (isAlive(pid) && Date.now() < deadline) await delay(50);
    if (!isAlive(pid)) return true;
  }
  return !isAlive(pid);
}
