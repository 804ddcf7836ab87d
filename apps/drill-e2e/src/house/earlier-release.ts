import { workspaceRoot } from '@motcua/testing/stack';
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm, symlink } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const git = async (...args: readonly string[]): Promise<string> => (await run('git', args, { cwd: workspaceRoot })).stdout.trim();

/** Where builds of releases are kept from one campaign to the next, by their commit. */
const kept = resolve(workspaceRoot, 'node_modules/.cache/motcua-releases');

/**
 * A build of the last tagged release, by the project's own means, with what is installed here. Where nothing is tagged yet, of what main was before
 * this commit landed.
 *
 * @returns the top of a checkout in which every service is built
 */
export async function buildEarlierRelease(): Promise<string> {
  const tag = await git('describe', '--tags', '--abbrev=0', 'HEAD~1').catch(() => undefined);
  const commit = await git('rev-parse', tag === undefined ? 'HEAD~1' : `${tag}^{commit}`);
  const folder = join(kept, commit);
  if (existsSync(folder)) return folder;
  const half = `${folder}.${process.pid}`;
  await mkdir(half, { recursive: true });
  try {
    await run('sh', ['-c', 'git archive "$1" | tar -x -C "$2"', 'sh', commit, half], { cwd: workspaceRoot });
    await linkInstalled(half);
    for (const project of await listProjects(half))
      await run(process.execPath, ['libs/tooling/build.js', project], { cwd: half, maxBuffer: 2 ** 24 });
    await rename(half, folder);
  } catch (error) {
    await rm(half, { recursive: true, force: true });
    throw error;
  }
  return folder;
}

/** Libraries first: what is bundled is what they were built to. */
async function listProjects(top: string): Promise<string[]> {
  const found: string[] = [];
  for (const folder of ['libs/platform', 'libs', 'apps'])
    for (const name of await readdir(join(top, folder)))
      if (existsSync(join(top, folder, name, 'package.json')) && existsSync(join(top, folder, name, 'src')) && name !== 'tooling')
        found.push(`${folder}/${name}`);
  return found.filter((project) => !/^apps\/(?:.*-e2e|console|cli)$/.test(project));
}

/** The workspace's own packages are those of the release. */
async function linkInstalled(top: string): Promise<void> {
  const [installed, target] = [join(workspaceRoot, 'node_modules'), join(top, 'node_modules')];
  await mkdir(join(target, '@motcua'), { recursive: true });
  for (const name of await readdir(installed))
    if (!['@motcua', '.cache'].includes(name)) await symlink(join(installed, name), join(target, name));
  for (const folder of ['apps', 'libs', 'libs/platform'])
    for (const name of await readdir(join(top, folder)))
      if (existsSync(join(top, folder, name, 'package.json')))
        await symlink(join('../..', folder, name), join(target, '@motcua', name));
}
