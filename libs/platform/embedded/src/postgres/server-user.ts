import { readFile, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

export interface ServerUser {
  readonly uid: number;
  readonly gid: number;
}

interface Permissions {
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
}

/**
 * PostgreSQL refuses to run as root. As root it runs as `postgres` where that user exists, else as `nobody`, so that the
 * machine gets no new user; anybody else runs it as himself (`undefined`).
 */
export async function findServerUser(): Promise<ServerUser | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const user = (await findUser('postgres')) ?? (await findUser('nobody'));
  if (user === undefined)
    throw new Error('PostgreSQL cannot run as root, and there is no user "postgres" or "nobody" to run it as.');
  return user;
}

/** From /etc/passwd: `postgres:x:101:104:…`. */
async function findUser(name: string): Promise<ServerUser | undefined> {
  const users = await readFile('/etc/passwd', 'utf8').catch(() => '');
  const line = users.split('\n').find((user) => user.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(':') ?? [];
  return uid === undefined || gid === undefined ? undefined : { uid: Number(uid), gid: Number(gid) };
}

/** Whether the user may do all that `needed` (a digit of an octal mode: 1 enter, 4 read, 5 both) asks, by POSIX rules. */
export function isAllowed(user: ServerUser, { mode, uid, gid }: Permissions, needed: number): boolean {
  const granted = uid === user.uid ? mode >> 6 : gid === user.gid ? mode >> 3 : mode;
  return (granted & needed) === needed;
}

/** Whether the user can read this file or folder and enter every folder above it. */
export async function canReach(user: ServerUser, path: string): Promise<boolean> {
  if (!isAllowed(user, await stat(path), 5)) return false;
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    if (!isAllowed(user, await stat(folder), 1)) return false;
    if (folder === dirname(folder)) return true;
  }
}
