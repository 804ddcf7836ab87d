import { readdir, readFile } from 'node:fs/promises';

/** Ticks of a CPU a second in `/proc`: 100 wherever Linux runs Node. */
const TICKS = 100;

interface Process {
  readonly parent: number;
  readonly cpuSeconds: number;
}

/**
 * CPU seconds, user and system, of a process and everything below it since they began, with those of children that have ended: what a
 * server's short-lived workers used counts too. Linux only.
 *
 * @param isAlone leaves out what is below it
 * @returns 0 where there is no such process
 */
export async function readCpuSeconds(pid: number, isAlone = false): Promise<number> {
  if (isAlone) return (await readProcess(pid))?.cpuSeconds ?? 0;
  const all = await listProcesses();
  const sum = (id: number): number => {
    const children = [...all].filter(([, { parent }]) => parent === id);
    return (all.get(id)?.cpuSeconds ?? 0) + children.reduce((total, [child]) => total + sum(child), 0);
  };
  return sum(pid);
}

async function listProcesses(): Promise<ReadonlyMap<number, Process>> {
  const ids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
  const found = await Promise.all(ids.map(async (id) => [id, await readProcess(id)] as const));
  return new Map(found.flatMap(([id, process]) => (process === undefined ? [] : [[id, process]])));
}

/** Undefined: it has just ended. Fields as in proc(5); the name, in parentheses, may hold spaces. */
async function readProcess(pid: number): Promise<Process | undefined> {
  const line = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined);
  if (line === undefined) return undefined;
  const fields = line.slice(line.lastIndexOf(')') + 2).split(' ');
  const ticks = fields.slice(11, 15).reduce((total, field) => total + Number(field), 0); // utime, stime, cutime, cstime
  return { parent: Number(fields[1]), cpuSeconds: ticks / TICKS };
}
