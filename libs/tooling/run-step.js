import { spawn } from 'node:child_process';
import { resolve } from 'node:path';

export const workspaceRoot = resolve(import.meta.dirname, '../..');
const bin = (name) => resolve(workspaceRoot, 'node_modules/.bin', name);
const environment = { ...process.env, NX_DAEMON: 'false', NX_NO_CLOUD: 'true', FORCE_COLOR: process.stdout.isTTY ? '1' : '0' };

/**
 * Runs one command of the toolchain in the workspace root and prints how it ended and how long it took.
 * Quiet steps show their output only when they fail. Resolves to true where the command exited 0.
 */
async function runStep({ name, command, args, env = {}, quiet = false }) {
  const startedAt = Date.now();
  console.log(`▸ ${name}`);
  const { code, output } = await run(bin(command), args, { ...environment, ...env }, quiet);
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
  if (code !== 0) console.log(output);
  console.log(`${code === 0 ? '✓' : '✗'} ${name} (${seconds} s)\n`);
  return code === 0;
}

/** One step after another, those of a list side by side; every step runs even when an earlier one failed. Resolves to the names of those that did. */
export async function runSteps(steps) {
  const failed = [];
  for (const step of steps) {
    const together = [step].flat();
    const ended = await Promise.all(together.map(runStep));
    failed.push(...together.filter((_, index) => !ended[index]).map(({ name }) => name));
  }
  return failed;
}

function run(command, args, env, quiet) {
  return new Promise((done) => {
    const child = spawn(command, args, {
      cwd: workspaceRoot,
      env,
      stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'],
    });
    let output = '';
    child.stdout?.on('data', (chunk) => (output += chunk));
    child.stderr?.on('data', (chunk) => (output += chunk));
    child.on('error', (error) => done({ code: 1, output: String(error) }));
    child.on('close', (code) => done({ code: code ?? 1, output }));
  });
}
