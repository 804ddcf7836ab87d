import { ensureJars } from '@motcua/embedded';
import { unzipSync } from 'fflate';
import { access, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';

const redisJar = { name: 'redis', pomFile: resolve(import.meta.dirname, '../redis/pom.xml') };

/** Redis 6.2 as it lies in the jar, by Node's names of platform and processor. */
const entries: Readonly<Record<string, string>> = {
  'linux-x64': 'redis-server-6.2.6-v5-linux-amd64',
  'linux-arm64': 'redis-server-6.2.7-linux-arm64',
  'darwin-x64': 'redis-server-6.2.6-v5-darwin-amd64',
  'darwin-arm64': 'redis-server-6.2.6-v5-darwin-arm64',
};

/**
 * The path of a Redis server that runs here, fetched through Maven the first time.
 *
 * @throws where there is none for this platform: name one by TEST_REDIS_URL
 */
export async function ensureRedisProgram(): Promise<string> {
  const platform = `${process.platform}-${process.arch}`;
  const entry = entries[platform];
  if (entry === undefined)
    throw new Error(`No Redis for ${platform} comes with the tests: name a running one by TEST_REDIS_URL.`);
  const folder = await ensureJars(redisJar, () => undefined);
  const program = join(folder, entry);
  if (await isThere(program)) return program;

  const jar = (await readdir(folder)).find((name) => name.endsWith('.jar'));
  if (jar === undefined) throw new Error(`There is no jar in ${folder}: remove the folder.`);
  const { [entry]: bytes } = unzipSync(await readFile(join(folder, jar)), { filter: ({ name }) => name === entry });
  if (bytes === undefined) throw new Error(`${jar} holds no ${entry}.`);
  // Several may do so at once; each renames one of its own.
  const own = `${program}.${process.pid}`;
  await writeFile(own, bytes, { mode: 0o755 });
  await rename(own, program);
  return program;
}

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );
