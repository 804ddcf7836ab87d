import { randomBytes } from 'node:crypto';
import { chown, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startChild } from '../child-process.ts';
import { executable } from './binaries.ts';
import type { PostgresPlaces } from './places.ts';

/**
 * Creates the cluster if there is none and returns the superuser's password, which is generated once and kept beside it,
 * readable by its owner only. A run that was cut off leaves no half cluster: it is made under another name, then renamed.
 */
export async function prepareCluster({ binaries, home, user }: PostgresPlaces, log: (line: string) => void): Promise<string> {
  const password = await getPassword(home);
  const data = join(home, 'data');
  if ((await stat(join(data, 'PG_VERSION')).catch(() => undefined)) !== undefined) return password;

  const half = join(home, 'data.new');
  const passwordFile = join(home, 'initdb.password');
  await rm(half, { recursive: true, force: true });
  await mkdir(half, { mode: 0o700 });
  await rm(passwordFile, { force: true });
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
  if (user !== undefined) await Promise.all([chown(half, user.uid, user.gid), chown(passwordFile, user.uid, user.gid)]);

  const args = [
    '-D',
    half,
    '-U',
    'postgres',
    '-A',
    'scram-sha-256',
    `--pwfile=${passwordFile}`,
    '--encoding=UTF8',
    '--no-locale',
    '--no-sync',
  ];
  const initdb = await startChild({
    file: executable(binaries, 'initdb'),
    args,
    user,
    onLine: log,
    env: { ...process.env, TZ: 'UTC' },
  });
  const { code, lastLines } = await initdb.exited;
  await rm(passwordFile, { force: true });
  if (code !== 0) throw new Error(`initdb failed with exit code ${String(code)}:\n${lastLines.join('\n')}`);
  await rename(half, data);
  return password;
}

async function getPassword(home: string): Promise<string> {
  const file = join(home, 'password');
  const known = await readFile(file, 'utf8').catch(() => undefined);
  if (known !== undefined && known !== '') return known;
  const password = randomBytes(18).toString('base64url');
  await writeFile(file, password, { mode: 0o600 });
  return password;
}
