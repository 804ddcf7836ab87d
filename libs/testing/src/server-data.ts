import { execFile } from 'node:child_process';
import { appendFile, chown, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Copies the cluster of a stopped server, with owners and rights, which `cp` of Node leaves out: the server refuses data of another owner. */
export async function copyServerData(fromHome: string, toHome: string): Promise<void> {
  await run('cp', ['-a', join(fromHome, 'data'), join(toHome, 'data')]);
}

/** Settings of its next start. @param home the folder around `data` */
export async function configureServer(home: string, settings: Readonly<Record<string, string>>): Promise<void> {
  const lines = Object.entries(settings).map(([name, value]) => `${name} = '${value}'\n`);
  await appendFile(join(home, 'data', 'postgresql.conf'), lines.join(''));
}

/** What its next start is: `recovery.signal` or `standby.signal`. */
export async function signalServer(home: string, name: string): Promise<void> {
  const file = join(home, 'data', name);
  await writeFile(file, '');
  await giveToServer(home, file);
}

/** To whoever owns the cluster. */
export async function giveToServer(home: string, path: string): Promise<void> {
  const { uid, gid } = await stat(join(home, 'data'));
  await chown(path, uid, gid);
}
