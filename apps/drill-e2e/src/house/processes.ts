import { readdir, readFile } from 'node:fs/promises';

/** What the kernel says of a process: its parent, and the letter of its state (`T`: stopped); undefined: there is none. */
async function readStat(pid: number): Promise<{ readonly parent: number; readonly state: string } | undefined> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined);
  // The name, in brackets, may hold anything.
  const [state, parent] = stat?.slice(stat.lastIndexOf(')') + 2).split(' ') ?? [];
  return state === undefined ? undefined : { state, parent: Number(parent) };
}

export const isStopped = async (pid: number): Promise<boolean> => (await readStat(pid))?.state === 'T';

export const isThere = async (pid: number): Promise<boolean> => !['Z', undefined].includes((await readStat(pid))?.state);

/** The processes that a process has begun: of PostgreSQL its sessions and workers. */
export async function listChildren(parent: number): Promise<number[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
  const stats = await Promise.all(pids.map(async (pid) => ({ pid, stat: await readStat(pid) })));
  return stats.filter(({ stat }) => stat?.parent === parent).map(({ pid }) => pid);
}

/** Sends it where there is somebody to send it to. Answers whether there was. */
export function signal(pid: number, name: NodeJS.Signals): boolean {
  try {
    return process.kill(pid, name);
  } catch {
    return false;
  }
}
