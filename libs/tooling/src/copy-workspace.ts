import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

export const workspaceRoot = resolve(import.meta.dirname, '../../..');

/** What is neither read nor written by a generator, nor by what is made of it. */
const LEFT_OUT = /^(docs|data\/samples)\//;

/**
 * A copy of this workspace's sources, as they are now, in a folder of its own. What is installed is the same, the workspace's own packages
 * apart: those are the copy's.
 */
export function copyWorkspace(): string {
  const copy = mkdtempSync(join(tmpdir(), 'motcua-workspace-'));
  for (const file of listSources()) {
    mkdirSync(dirname(join(copy, file)), { recursive: true });
    copyFileSync(join(workspaceRoot, file), join(copy, file));
  }
  linkInstalled(copy);
  return copy;
}

function listSources(): string[] {
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
    cwd: workspaceRoot,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  return listed.split('\n').filter((file) => file !== '' && !LEFT_OUT.test(file) && existsSync(join(workspaceRoot, file)));
}

function linkInstalled(copy: string): void {
  const [installed, target] = [join(workspaceRoot, 'node_modules'), join(copy, 'node_modules')];
  mkdirSync(join(target, '@motcua'), { recursive: true });
  for (const name of readdirSync(installed))
    if (name !== '@motcua' && name !== '.cache') symlinkSync(join(installed, name), join(target, name));
  for (const folder of ['apps', 'libs', 'libs/platform'])
    for (const name of readdirSync(join(copy, folder)))
      if (existsSync(join(copy, folder, name, 'package.json')))
        symlinkSync(join('../..', folder, name), join(target, '@motcua', name));
}
