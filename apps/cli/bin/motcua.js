#!/usr/bin/env node
/**
 * The committed launcher: works right after `npm ci`, builds what has changed since the last build, then runs the command. Where there are
 * no sources, as in the image, there is nothing to build.
 * Staleness is a look at file times (20 ms); Nx, with its cache, is started only when something is newer than the last build.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

const workspaceRoot = resolve(import.meta.dirname, '../../..');
const stamp = join(workspaceRoot, 'node_modules/.cache/motcua/built');

function modifiedAt(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

function newestSource() {
  const sources = ['apps', 'libs', 'libs/platform'].flatMap((group) =>
    readdirSync(join(workspaceRoot, group)).map((project) => join(workspaceRoot, group, project, 'src')),
  );
  // A service's bundle holds its packages: another lockfile is another bundle.
  const others = ['.swcrc', 'package-lock.json', 'libs/tooling/build.js', 'libs/tooling/bundle.js'];
  let newest = Math.max(...others.map((file) => modifiedAt(join(workspaceRoot, file))));
  for (const source of sources) {
    if (modifiedAt(source) === 0) continue;
    for (const entry of readdirSync(source, { recursive: true })) {
      if (!entry.endsWith('.spec.ts')) newest = Math.max(newest, modifiedAt(join(source, entry)));
    }
  }
  return newest;
}

function isBuilt() {
  return modifiedAt(stamp) > newestSource() && modifiedAt(join(workspaceRoot, 'apps/cli/dist/main.js')) > 0;
}

function build() {
  if (process.stderr.isTTY) process.stderr.write('Building …\n');
  const result = spawnSync(join(workspaceRoot, 'node_modules/.bin/nx'), ['run-many', '-t', 'build'], {
    cwd: workspaceRoot,
    shell: process.platform === 'win32',
    encoding: 'utf8',
    env: { ...process.env, NX_DAEMON: 'false' },
  });
  if (result.status !== 0) {
    process.stderr.write(`${result.stdout}${result.stderr}\nThe build failed. Run "npm run build" to see it alone.\n`);
    process.exit(1);
  }
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, new Date().toISOString());
}

const hasSources = modifiedAt(join(workspaceRoot, 'apps/cli/src')) > 0;
if (hasSources && !isBuilt()) build();
await import(join(workspaceRoot, 'apps/cli/dist/main.js'));
