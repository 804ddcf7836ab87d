#!/usr/bin/env node
/**
 * The committed launcher: works right after `npm ci`, builds what has changed since the last build, then runs the command. Where there are
 * no sources, as in the image, there is nothing to build.
 * Staleness is a look at file times (10 ms); Nx, with its cache, is started only when something is newer than the last build.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import module from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { continueOnNeededNode } from '../../../libs/tooling/node.js';

await continueOnNeededNode();

const workspaceRoot = resolve(import.meta.dirname, '../../..');
const cache = join(workspaceRoot, 'node_modules/.cache/motcua');
const stamp = join(cache, 'built');

function modifiedAt(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

function newestSource() {
  const sources = ['apps', 'libs', 'libs/platform'].flatMap((group) =>
    readdirSync(join(workspaceRoot, group)).map((project) => join(workspaceRoot, group, project, 'src')),
  );
  // A service's bundle holds its packages: another lockfile is another bundle.
  const builders = ['build.js', 'bundle.js', 'own-lines-map.js'].map((file) => `libs/tooling/${file}`);
  const others = ['.swcrc', 'package-lock.json', ...builders];
  return Math.max(...others.map((file) => modifiedAt(join(workspaceRoot, file))), ...sources.filter(modifiedAt).map(newestBelow));
}

/** Folders count too: a file that was taken away changes nothing else. A walk of our own is four times as quick as `recursive`. */
function newestBelow(folder) {
  let newest = modifiedAt(folder);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) newest = Math.max(newest, newestBelow(path));
    else if (!entry.name.endsWith('.spec.ts')) newest = Math.max(newest, modifiedAt(path));
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
// From Node 22.8 on: what was compiled once is read the next time. Where the folder cannot be written, as in the image, it is compiled again.
module.enableCompileCache?.(join(cache, 'compiled'));
await import(join(workspaceRoot, 'apps/cli/dist/main.js'));
