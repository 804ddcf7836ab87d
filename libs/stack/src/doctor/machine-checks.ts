import { findFreePort, getJarsFolder, isPortFree, kafkaJars } from '@motcua/embedded';
import { access, constants, mkdir, statfs } from 'node:fs/promises';
import { totalmem } from 'node:os';
import { dirname } from 'node:path';
import type { StackPaths } from '../state/stack-paths.ts';
import type { Check } from './check.ts';

const GIB = 1024 ** 3;
const NEEDED_DISK_BYTES = 2 * GIB;
const NEEDED_MEMORY_BYTES = 1.8 * GIB;
const GATEWAY_PORT = 8080;

export async function checkDisk({ home }: StackPaths): Promise<Check> {
  await mkdir(home, { recursive: true }).catch(() => undefined);
  const { bavail, bsize } = await statfs(home).catch(() => statfs(dirname(home)));
  const free = bavail * bsize;
  if (free >= NEEDED_DISK_BYTES) return { name: 'Disk', ok: true, found: `${toGib(free)} GB free` };
  const help = `Free some space, or name a folder on another disk: MOTCUA_HOME=/path motcua up`;
  return { name: 'Disk', ok: false, problem: `has ${toGib(free)} GB free, 2 GB are needed`, help };
}

export async function checkWriteAccess({ home }: StackPaths): Promise<Check> {
  const cache = dirname(await getJarsFolder(kafkaJars));
  for (const folder of [home, cache]) {
    try {
      await mkdir(folder, { recursive: true });
      await access(folder, constants.W_OK);
    } catch {
      const variable = folder === home ? 'MOTCUA_HOME' : 'XDG_CACHE_HOME';
      return {
        name: 'Folders',
        ok: false,
        problem: `${folder} cannot be written to`,
        help: `Name another folder: ${variable}=/path motcua up`,
      };
    }
  }
  return { name: 'Folders', ok: true, found: home };
}

/** Taken ports are no obstacle, others are chosen; a machine that lets nobody listen on loopback is. */
export async function checkPorts(): Promise<Check> {
  try {
    await findFreePort();
  } catch (error) {
    const problem = `127.0.0.1 cannot be listened on (${String(error)})`;
    return { name: 'Ports', ok: false, problem, help: 'Bring the loopback interface up: sudo ip link set lo up' };
  }
  const found = (await isPortFree(GATEWAY_PORT))
    ? `${GATEWAY_PORT} is free`
    : `${GATEWAY_PORT} is taken, another one will be chosen`;
  return { name: 'Ports', ok: true, found };
}

export function checkMemory(total = totalmem()): Promise<Check> {
  if (total >= NEEDED_MEMORY_BYTES) return Promise.resolve({ name: 'Memory', ok: true, found: `${toGib(total)} GB` });
  return Promise.resolve({
    name: 'Memory',
    ok: false,
    problem: `is ${toGib(total)} GB, 2 GB are needed`,
    help: 'Use a machine with more memory.',
  });
}

const toGib = (bytes: number): string => (bytes / GIB).toFixed(1);
